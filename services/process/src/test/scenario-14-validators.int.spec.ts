import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { parseCnpj, parseCpf, parseNup } from '@guiche/kit/registry-numbers';
import { waitFor } from '@guiche/kit/testing';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import { administrator, campinasMask, clerk, configureNumbering, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';

const check = `query($city: ID!, $n: ProcessNumber!) {
  checkProcessNumber(municipalityId: $city, number: $n) { result { value label } number expectedCheckDigits }
}`;
const preview = `query($input: PreviewProcessNumberInput!) {
  previewProcessNumber(input: $input) { example lastOfYear checkDigits { value label } }
}`;
const openProcess = 'mutation($input: OpenProcessInput!) { openProcess(input: $input) { process { number } } }';
const byNumber = 'query($city: ID!, $n: String!) { processByNumber(municipalityId: $city, number: $n) { number municipality { id } } }';
const request = { typeKey: 'general-request', specification: 'Poda de árvore', accessLevel: 'PUBLIC' };

const codeOf = ({ errors }: GraphqlAnswer<unknown>): unknown => errors[0]?.extensions?.['code'];
const staffOf = (municipalityId: string, member: TokenPrincipal, unitIds: string[] = []): TokenPrincipal => ({ ...member, municipalityId, unitIds }) as TokenPrincipal;

describe('scenario 14: validators', () => {
  let rig: Rig;
  const city = async (id: string): Promise<void> => {
    await rig.say('guiche.identity.v1.MunicipalityConfigured', {
      municipalityId: id, name: id, acronym: id, timeZone: 'America/Sao_Paulo', state: 'SP', city: id, termDeadlineDays: 15, training: false,
    }, id);
  };
  const unit = async (municipalityId: string, key: string, body: string): Promise<string> => {
    const id = `${municipalityId}-${key}`;
    await rig.say('guiche.identity.v1.UnitChanged', { unitId: id, municipalityId, name: key, acronym: key, body, email: 'u@example.com', active: true }, id);
    const units = rig.service.parts.connection.collection<{ _id: string }>('units');
    await waitFor(async () => (await units.countDocuments({ _id: id, body })) === 1, { describe: `the unit ${id}` });
    return id;
  };
  const configure = (municipalityId: string, input: object) =>
    rig.as(staffOf(municipalityId, administrator))(configureNumbering, { input: { municipalityId, ...input } });
  const open = async (municipalityId: string, unitOfCity: string): Promise<string> => {
    const asked = rig.as(staffOf(municipalityId, clerk, [unitOfCity]));
    const { data, errors } = await asked<{ openProcess: { process: { number: string } } }>(openProcess, { input: { ...request, unitId: unitOfCity } });
    expect(errors).toEqual([]);
    return data?.openProcess.process.number ?? '';
  };
  const checked = async (municipalityId: string, n: string): Promise<unknown> => {
    const answer = await rig.as(undefined)<{ checkProcessNumber: { result: { value: string }; number: string | null; expectedCheckDigits: string | null } }>(check, {
      city: municipalityId, n,
    });
    const { result, number, expectedCheckDigits } = answer.data?.checkProcessNumber ?? {};
    return answer.errors.length > 0 ? codeOf(answer) : [result?.value, number, expectedCheckDigits];
  };
  const counters = () => rig.service.parts.connection.collection<{ _id: string; value: number }>('counters');

  beforeAll(async () => {
    rig = await startRig({ at: '2021-06-01T12:00:00Z' });
    await rig.prepareCity();
    await Promise.all(['piracicaba', 'rio', 'uniao'].map(city));
    await configure('piracicaba', { mask: 'PMP {year:4}/{sequence:6}' });
    await configure('rio', { mask: 'SEI-{unit:6}/{sequence:6}/{year:4}', sequencePer: 'UNIT', unitCodes: [{ unitId: 'rio-saude', code: '120001' }] });
    await configure('uniao', { mask: '{unit:5}.{sequence:6}/{year:4}-{check:mod11-executivo-federal}', unitCodes: [{ unitId: 'u', code: '53500' }] });
  });
  afterAll(() => rig.stop());

  it.each([
    ['campinas', 'PMC.2021.00035498-55'],
    ['campinas', 'PMC.2020.00045524-18'],
    ['campinas', 'PMC.2022.00020214-15'],
    ['campinas', 'PMC.2020.00056837-29'],
    ['uniao', '53500.052679/2020-08'],
    ['rio', 'SEI-120001/004651/2022'],
    ['piracicaba', 'PMP 2023/500100'],
  ])('a number of %s is accepted in any formatting: %s', async (municipalityId, number) => {
    const formattings = [number, number.toLowerCase(), number.replace(/[^0-9A-Z]/g, ''), ` ${number.replace(/[^0-9A-Z]/g, ' ')} `];
    for (const written of formattings) expect(await checked(municipalityId, written)).toEqual(['FITS', number, null]);
  });

  it.each([
    ['campinas', 'PMC.2021.00035498-56', ['WRONG_CHECK_DIGITS', 'PMC.2021.00035498-55', '55']],
    ['uniao', '00065.070646/2024-74', ['WRONG_CHECK_DIGITS', '00065.070646/2024-85', '85']],
    ['campinas', 'PMP 2023/500100', ['NOT_OF_MUNICIPALITY', null, null]],
    ['rio', 'PMC.2021.00035498-55', ['NOT_OF_MUNICIPALITY', null, null]],
    ['campinas', 'PMC.2021.0003549\u00e1-55', 'INVALID_PROCESS_NUMBER'],
    ['nowhere', 'PMC.2021.00035498-55', 'NUMBERING_NOT_CONFIGURED'],
  ])('a number that %s does not give is refused, and anybody is told what would be right: %s', async (municipalityId, written, answer) => {
    expect(await checked(municipalityId, written)).toEqual(answer);
  });

  it('the numbers of persons and legal entities are accepted and refused by their check digits', () => {
    expect(parseCnpj('12ABC34501DE35')).toBe('12ABC34501DE35');
    expect(parseCnpj('12ABC34501DE36')).toBeUndefined();
    expect(parseCpf('111.111.111-11')).toBeUndefined();
    expect(parseCpf('529.982.247-25')).toBe('52998224725');
    expect(parseNup('53500.052679/2020-08')).toBe('53500052679202008');
  });

  it('searching `pmc 2021 00035498 55` finds the first, and no other (PT-20)', async () => {
    await counters().updateOne({ _id: 'process-number/campinas/body/2021' }, { $set: { value: 35_497 } }, { upsert: true });
    expect(await open('campinas', unitId)).toBe('PMC.2021.00035498-55');
    const find = (n: string) => rig.as(clerk)(byNumber, { city: 'campinas', n });
    for (const written of ['pmc 2021 00035498 55', 'PMC.2021.00035498-55', 'PMC20210003549855', 'pmc/2021/00035498\u201355']) {
      expect((await find(written)).data).toEqual({ processByNumber: { number: 'PMC.2021.00035498-55', municipality: { id: 'campinas' } } });
    }
    for (const slip of ['PMC.2021.00035498-56', 'PMC.2021.00035498-5', 'PMC.2021.00035498-55\u00e7', '35498', '']) expect(codeOf(await find(slip))).toBe('PROCESS_NOT_FOUND');
  });

  it('whether a process exists is not told by the check of its number', async () => {
    expect(await checked('campinas', 'PMC.2021.00035498-55')).toEqual(['FITS', 'PMC.2021.00035498-55', null]);
    expect(await checked('campinas', 'PMC.2020.00045524-18')).toEqual(['FITS', 'PMC.2020.00045524-18', null]);
  });

  it('two cities may have the same number: each finds its own', async () => {
    await city('limeira');
    await configure('limeira', { mask: campinasMask });
    const unitOfLimeira = await unit('limeira', 'protocolo', 'PML');
    await counters().updateOne({ _id: 'process-number/limeira/body/2021' }, { $set: { value: 35_497 } }, { upsert: true });
    expect(await open('limeira', unitOfLimeira)).toBe('PMC.2021.00035498-55');
    const find = (municipalityId: string, units: string[]) =>
      rig.as(staffOf('limeira', clerk, units))(byNumber, { city: municipalityId, n: 'pmc 2021 00035498 55' });
    expect((await find('limeira', [unitOfLimeira])).data).toEqual({ processByNumber: { number: 'PMC.2021.00035498-55', municipality: { id: 'limeira' } } });
    expect(codeOf(await find('campinas', [unitOfLimeira]))).toBe('PROCESS_NOT_FOUND');
  });

  it('a body with a numbering of its own counts apart, and 100 parallel openers get 100 numbers', async () => {
    const [hall, semae] = [await unit('piracicaba', 'protocolo', 'PMP'), await unit('piracicaba', 'agua', 'SEMAE')];
    const answer = await configure('piracicaba', { body: 'SEMAE', mask: 'SEMAE {year:4}/{sequence:6}-{check:mod97}' });
    expect(answer.data).toMatchObject({ configureProcessNumbering: { numbering: { example: expect.stringMatching(/^SEMAE 2021\/000001-\d\d$/) as unknown as string } } });
    const numbers = await Promise.all(Array.from({ length: 100 }, (_, index) => open('piracicaba', index % 2 === 0 ? hall : semae)));
    expect(new Set(numbers).size).toBe(100);
    const sequences = (prefix: string): string[] => numbers.filter((number) => number.startsWith(prefix)).map((number) => number.slice(prefix.length, prefix.length + 6)).sort();
    const fifty = Array.from({ length: 50 }, (_, index) => String(index + 1).padStart(6, '0'));
    expect([sequences('PMP 2021/'), sequences('SEMAE 2021/')]).toEqual([fifty, fifty]);
  });

  it('a numbering that could give one number twice, or that is for no body, is refused; trying one saves nothing', async () => {
    expect(codeOf(await configure('piracicaba', { body: 'SEMAE', mask: 'PMP {sequence:6}/{year:4}' }))).toBe('NUMBER_MASKS_OVERLAP');
    expect(codeOf(await configure('piracicaba', { body: 'SEMEA', mask: 'SEMEA {year:4}/{sequence:6}' }))).toBe('NUMBERING_BODY_UNKNOWN');
    const ask = rig.as(staffOf('piracicaba', administrator));
    const tried = await ask(preview, { input: { municipalityId: 'piracicaba', body: 'SEMAE', mask: 'AGUA {year:2}.{sequence:5}-{check:mod97}' } });
    expect(tried.data).toEqual({
      previewProcessNumber: {
        example: 'AGUA 21.00001-51',
        lastOfYear: 'AGUA 21.99999-78',
        checkDigits: { value: 'MOD97', label: 'Módulo 97 (ISO 7064), dois dígitos: acusa todo erro em um só dígito' },
      },
    });
    const wrong = await ask(preview, { input: { municipalityId: 'piracicaba', mask: 'ação {year:3}' } });
    expect(wrong.errors[0]).toMatchObject({
      message: expect.stringContaining('"{year:3}" deve ter 2 ou 4 dígitos.') as unknown as string,
      extensions: { code: 'NUMBER_MASK_INVALID', fields: ['MASK_TOKEN_UNKNOWN', 'MASK_TOKEN_LENGTH', 'MASK_SEQUENCE'].map((code) => ({ path: 'mask', code })) },
    });
    const stored = await ask('{ processNumbering(municipalityId: "piracicaba", body: "SEMAE") { body mask example } none: processNumbering(municipalityId: "piracicaba", body: "IPASP") { mask } }');
    expect(stored.data).toMatchObject({ processNumbering: { body: 'SEMAE', mask: 'SEMAE {year:4}/{sequence:6}-{check:mod97}' }, none: null });
  });

  it('numbers of a former mask stay right, and a number that exists is passed over', async () => {
    await configure('campinas', { mask: '{year:4}/{sequence:6}' });
    expect(await checked('campinas', 'PMC.2021.00035498-55')).toEqual(['FITS', 'PMC.2021.00035498-55', null]);
    expect(await checked('campinas', '2021 035499')).toEqual(['FITS', '2021/035499', null]);
    await configure('campinas', { mask: campinasMask });
    await counters().updateOne({ _id: 'process-number/campinas/body/2021' }, { $set: { value: 35_497 } });
    expect(await open('campinas', unitId)).toMatch(/^PMC\.2021\.00035499-\d\d$/);
  });

  it("sequences start again with the city's year, not with that of Greenwich", async () => {
    const [hall] = [await unit('piracicaba', 'protocolo', 'PMP')];
    const untilNewYear = Date.parse('2022-01-01T02:59:00Z') - rig.clock.now().getTime();
    rig.clock.advance({ minutes: untilNewYear / 60_000 });
    expect(await open('piracicaba', hall)).toBe('PMP 2021/000051');
    rig.clock.advance({ minutes: 1 });
    expect(await open('piracicaba', hall)).toBe('PMP 2022/000001');
  });
});
