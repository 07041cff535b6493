import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { administrator, clerk, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';

const configure = `mutation($input: ConfigureProcessTypeInput!) {
  configureProcessType(input: $input) { replayed processType { key name active accessLevels { value } version } }
}`;
const open = 'mutation($input: OpenProcessInput!) { openProcess(input: $input) { process { type { name } legalHypothesis accessLevel { value } } } }';
const list = '{ processTypes(municipalityId: "campinas", first: 100) { edges { node { key active } } } }';

interface Listed {
  readonly processTypes: { readonly edges: readonly { readonly node: { readonly key: string; readonly active: boolean } }[] };
}

describe('the catalogue of a municipality', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await startRig();
    await rig.prepareCity();
  });
  afterAll(() => rig.stop());

  const keys = async (): Promise<string[]> => (await rig.as()<Listed>(list)).data?.processTypes.edges.map(({ node }) => node.key) ?? [];
  const opening = (change: object) =>
    rig.as(clerk)(open, { input: { unitId, typeKey: 'general-request', specification: 'Poda', accessLevel: 'PUBLIC', ...change } });
  const codeOf = ({ errors }: { errors: readonly { extensions?: Record<string, unknown> }[] }): unknown => errors[0]?.extensions?.['code'];

  it('is there to begin with, and a change of the municipality never undoes what administrators changed', async () => {
    expect(await keys()).toContain('general-request');
    const input = { municipalityId: 'campinas', key: 'complaint', name: 'Reclamação', active: false, accessLevels: ['PUBLIC'], expectedVersion: 1 };
    const changed = await rig.as(administrator)(configure, { input });
    expect(changed.data).toMatchObject({ configureProcessType: { processType: { active: false, version: 2 } } });
    await rig.prepareCity();
    expect(await keys()).not.toContain('complaint');
    expect(codeOf(await opening({ typeKey: 'complaint' }))).toBe('PROCESS_TYPE_UNKNOWN');
  });

  it('is not changed from a version that is no longer the last', async () => {
    const input = { municipalityId: 'campinas', key: 'procurement', name: 'Compras', accessLevels: ['PUBLIC'], expectedVersion: 7 };
    expect(codeOf(await rig.as(administrator)(configure, { input }))).toBe('STALE_VERSION');
  });

  it('limits a type to its levels and units', async () => {
    const outra = { _id: 'outra', municipalityId: 'campinas', name: 'Outra', acronym: 'OUT', body: null, email: null, active: true };
    await rig.service.parts.connection.collection<{ _id: string }>('units').insertOne(outra);
    const type = { municipalityId: 'campinas', name: 'Interno', accessLevels: ['RESTRICTED'] };
    await rig.as(administrator)(configure, { input: { ...type, key: 'interno' } });
    await rig.as(administrator)(configure, { input: { ...type, key: 'de-outra', unitIds: ['outra'] } });
    expect(codeOf(await opening({ typeKey: 'interno' }))).toBe('ACCESS_LEVEL_NOT_ALLOWED');
    expect(codeOf(await opening({ typeKey: 'de-outra', accessLevel: 'RESTRICTED' }))).toBe('PROCESS_TYPE_NOT_IN_UNIT');
  });

  it('PR-01: restricts only by a legal hypothesis of the list, which then stands with its law', async () => {
    expect(codeOf(await opening({ accessLevel: 'RESTRICTED' }))).toBe('LEGAL_HYPOTHESIS_REQUIRED');
    expect(codeOf(await opening({ accessLevel: 'RESTRICTED', legalHypothesis: 'porque-sim' }))).toBe('LEGAL_HYPOTHESIS_UNKNOWN');
    expect(codeOf(await opening({ accessLevel: 'RESTRICTED', legalHypothesis: 'segredo-de-justica' }))).toBe('LEGAL_HYPOTHESIS_UNKNOWN');
    expect(codeOf(await opening({ legalHypothesis: 'informacao-pessoal' }))).toBe('LEGAL_HYPOTHESIS_NOT_ALLOWED');
    expect((await opening({ accessLevel: 'RESTRICTED', legalHypothesis: 'informacao-pessoal' })).data).toMatchObject({
      openProcess: { process: { legalHypothesis: 'Informação Pessoal (Art. 31 da Lei nº 12.527/2011)', accessLevel: { value: 'RESTRICTED' } } },
    });
  });
});
