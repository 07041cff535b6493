import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, fieldCodes, startDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { configureService, services } from './documents.ts';
import { accreditation, administrator, city, operator } from './rig.ts';

describe('the catalogue', () => {
  let rig: Desk;
  beforeAll(async () => {
    rig = await startDesk();
  });
  afterAll(() => rig.stop());

  it('is public, searched without accents, with the whole form', async () => {
    const { data } = await rig.as()<{ services: { totalCount: number; edges: { node: Record<string, unknown> }[] } }>(services, { municipalityId: city, search: 'usuario EXTERNO' });
    expect(data?.services.totalCount).toBe(1);
    expect(data?.services.edges[0]?.node).toMatchObject({
      key: 'accreditation',
      categoryPath: ['Serviços', 'SEI', 'Cadastro de Usuário Externo no SEI'],
      form: {
        fields: expect.arrayContaining([
          expect.objectContaining({ key: 'pre-registered', kind: 'CHECKBOX', required: true, link: { text: 'Faça o pré-cadastro', url: '/pre-cadastro' } }),
          expect.objectContaining({ key: 'cpf', kind: 'CPF', mask: '000.000.000-00' }),
          expect.objectContaining({ key: 'photo-id', files: { accept: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 20 * 1024 * 1024, minCount: 1, maxCount: 1 } }),
        ]),
      },
    });
    const page = await rig.as()<{ services: { edges: unknown[]; pageInfo: { hasNextPage: boolean } } }>(services, { municipalityId: city, first: 1 });
    expect(page.data?.services).toMatchObject({ pageInfo: { hasNextPage: true } });
    for (const search of ['.*', '$where', '(', '\\']) {
      expect((await rig.as()<{ services: { totalCount: number } }>(services, { municipalityId: city, search })).data?.services.totalCount).toBe(0);
    }
  });

  it('takes a search for words, whatever it is made of', async () => {
    const found = async (search: string) => {
      const { data, errors } = await rig.as()<{ services: { totalCount: number } }>(services, { municipalityId: city, search });
      return [errors, data?.services.totalCount];
    };
    for (const search of ['.*', '(', '[a', '\\', '$gt', 'x\ud800']) expect([search, ...(await found(search))]).toEqual([search, [], 0]);
    expect(await found('usuario\u0000externo')).toEqual([[], 1]);
  });

  it('keeps one service per key: the same definition changes nothing, another one makes the next version', async () => {
    const again = await rig.as(operator)(configureService, { input: accreditation });
    expect(again.data).toMatchObject({ configureService: { service: { id: rig.serviceIds['accreditation'], version: 1 } } });
    const changed = await rig.as(operator)(configureService, { input: { ...accreditation, guidance: 'Outra.' } });
    expect(changed.data).toMatchObject({ configureService: { service: { id: rig.serviceIds['accreditation'], version: 2 } } });
    expect(codeOf(await rig.as(operator)(configureService, { input: { ...accreditation, expectedVersion: 1 } }))).toBe('STALE_VERSION');
  });

  it('refuses a definition with every problem at once', async () => {
    const fields = [{ key: 'A b', label: '', kind: 'SELECT' }, { key: 'f', label: 'F', kind: 'FILE', files: { accept: ['text/html'], maxBytes: 99_999_999 } }];
    const answer = await rig.as(administrator)(configureService, { input: { ...accreditation, key: 'Wrong Key', fields } });
    expect(fieldCodes(answer)).toEqual([
      ['key', 'INVALID_KEY'],
      ['fields.0.key', 'INVALID_KEY'],
      ['fields.0.label', 'REQUIRED'],
      ['fields.0.options', 'REQUIRED'],
      ['fields.1.files.accept', 'INVALID_MEDIA_TYPE'],
      ['fields.1.files.maxBytes', 'OUT_OF_RANGE'],
    ]);
    expect(codeOf(await rig.as(administrator)(configureService, { input: { ...accreditation, unitId: 'nowhere' } }))).toBe('UNIT_NOT_FOUND');
  });
});
