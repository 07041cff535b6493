import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeEvent, envelopeCodec } from '@guiche/contracts';
import { registrationForm } from './builders.ts';
import { campinas, configureMunicipality, configureStaffMember, configureUnit, operator, protocolo, startRig } from './rig.ts';

const logInStaff = `mutation($input: LogInStaffInput!) { logInStaff(input: $input) { session { id } } }`;

describe('municipalities, units and staff', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  beforeAll(async () => {
    rig = await startRig();
  });
  afterAll(() => rig.stop());

  const codeOf = (answer: { errors: readonly { extensions?: Record<string, unknown> }[] }): unknown => answer.errors[0]?.extensions?.['code'];
  const member = {
    municipalityId: 'campinas', username: 'joana', fullName: 'Joana Prado', unitIds: ['campinas-protocolo-geral'], roles: ['CLERK'], password: 'Violeta-2',
  };

  it('are the same after the same settings again, and say nothing new', async () => {
    const ask = rig.as(operator);
    const again = await ask(configureMunicipality, { input: campinas });
    expect(again.data).toMatchObject({ configureMunicipality: { municipality: { version: 1, termDeadlineDays: 15 } } });
    const unit = await ask(configureUnit, { input: protocolo });
    expect(unit.data).toMatchObject({ configureUnit: { unit: { id: 'campinas-protocolo-geral', version: 1 } } });
    const first = await ask<{ configureStaffMember: { staffMember: { id: string } } }>(configureStaffMember, { input: member });
    const second = await ask(configureStaffMember, { input: { ...member, password: 'ignored' } });
    expect(second.data).toMatchObject({ configureStaffMember: { staffMember: { id: first.data?.configureStaffMember.staffMember.id, version: 1 } } });
    expect(await rig.said('guiche.identity.v1.MunicipalityConfigured')).toHaveLength(2);
    expect(await rig.said('guiche.identity.v1.UnitChanged')).toHaveLength(2);
  });

  it('change with a new version, refused on a stale one, and tell everybody', async () => {
    const ask = rig.as(operator);
    const changed = await ask(configureUnit, { input: { ...protocolo, name: 'Protocolo Central', expectedVersion: 1 } });
    expect(changed.data).toMatchObject({ configureUnit: { unit: { name: 'Protocolo Central', version: 2 } } });
    expect(codeOf(await ask(configureUnit, { input: { ...protocolo, expectedVersion: 1 } }))).toBe('STALE_VERSION');
    expect((await rig.said('guiche.identity.v1.UnitChanged')).at(-1)).toMatchObject({ name: 'Protocolo Central', body: protocolo.body, active: true });
  });

  it('tell where a member of the staff works, and only when that changed', async () => {
    const ask = rig.as(operator);
    const about = async () => (await rig.said('guiche.identity.v1.StaffMemberChanged')).map(({ unitIds, active }) => ({ unitIds, active }));
    const before = await about();
    const clara = { ...member, username: 'clara', fullName: 'Clara Nunes' };
    const works = { unitIds: ['campinas-protocolo-geral'], active: true };
    for (const change of [{}, { fullName: 'Clara N. Souza' }, { unitIds: [] }, { unitIds: [], active: false }]) {
      expect((await ask(configureStaffMember, { input: { ...clara, ...change } })).errors).toEqual([]);
    }
    expect((await about()).slice(before.length)).toEqual([works, { ...works, unitIds: [] }, { unitIds: [], active: false }]);
  });

  it('name every wrong setting, and units of other cities', async () => {
    const ask = rig.as(operator);
    const wrong = await ask(configureUnit, { input: { ...protocolo, key: 'X Y', body: 'ABC', email: 'x', parentId: 'rio-unit' } });
    expect((wrong.errors[0]?.extensions?.['fields'] as { path: string }[]).map(({ path }) => path)).toEqual(['key', 'body', 'parentId', 'email']);
    expect(codeOf(await ask(configureUnit, { input: { ...protocolo, municipalityId: 'nowhere' } }))).toBe('MUNICIPALITY_NOT_FOUND');
    const stranger = await ask(configureStaffMember, { input: { ...member, username: 'outra', unitIds: ['rio-unit'] } });
    expect(stranger.errors[0]?.extensions).toMatchObject({ code: 'UNIT_IN_OTHER_MUNICIPALITY', unitId: 'rio-unit' });
  });

  it('move the clock of a training city ahead and never back, that of a real one never (OB-07)', async () => {
    const ask = rig.as(operator);
    const move = `mutation($input: MoveTrainingClockInput!) { moveTrainingClock(input: $input) { replayed municipality { clockAheadSeconds version } } }`;
    await ask(configureMunicipality, { input: { ...campinas, id: 'ensaio', acronym: 'ENSAIO', name: 'Ensaio', training: true } });
    const moved = (input: object) => ask<{ moveTrainingClock: object }>(move, { input: { municipalityId: 'ensaio', ...input } });
    const byDay = await moved({ bySeconds: 86_400, idempotencyKey: 'one-day-ahead' });
    expect(byDay.data?.moveTrainingClock).toEqual({ replayed: false, municipality: { clockAheadSeconds: 86_400, version: 2 } });
    expect((await moved({ bySeconds: 86_400, idempotencyKey: 'one-day-ahead' })).data?.moveTrainingClock).toMatchObject({ replayed: true });
    const to = new Date(rig.clock.now().getTime() + 10 * 86_400_000).toISOString();
    expect((await moved({ to })).data?.moveTrainingClock).toMatchObject({ municipality: { clockAheadSeconds: 864_000 } });
    for (const [input, code] of [
      [{ to: rig.clock.now().toISOString() }, 'CLOCK_GOES_FORWARD'],
      [{ bySeconds: -1 }, 'CLOCK_GOES_FORWARD'],
      [{ to: '9999-01-01T00:00:00Z' }, 'CLOCK_TOO_FAR'],
      [{ to, bySeconds: 1 }, 'CLOCK_MOVE_UNCLEAR'],
      [{}, 'CLOCK_MOVE_UNCLEAR'],
      [{ municipalityId: 'campinas', bySeconds: 1 }, 'CLOCK_NOT_MOVABLE'],
      [{ municipalityId: 'nowhere', bySeconds: 1 }, 'MUNICIPALITY_NOT_FOUND'],
      [{ bySeconds: 1, expectedVersion: 1 }, 'STALE_VERSION'],
    ] as const) {
      expect([input, codeOf(await moved(input))]).toEqual([input, code]);
    }
    const events = await rig.connection.collection('outbox').find({ aggregateId: 'ensaio' }, { sort: { seq: 1 } }).toArray();
    const said = events.map((row) => decodeEvent('guiche.identity.v1.MunicipalityConfigured', envelopeCodec.decode((row['bytes'] as { buffer: Uint8Array }).buffer).payload));
    expect(said.map(({ clockAheadSeconds }) => clockAheadSeconds)).toEqual([0, 86_400, 864_000]);
  });

  it('let training users have their name as password, real ones not (OB-07)', async () => {
    const ask = rig.as(operator);
    await ask(configureMunicipality, { input: { ...campinas, id: 'treinamento', acronym: 'TREINA', name: 'Treinamento', training: true } });
    const trainee = { municipalityId: 'treinamento', username: 'usuario01', fullName: 'Usuário 01', unitIds: [], roles: ['CLERK'], password: 'usuario01' };
    expect((await ask(configureStaffMember, { input: trainee })).errors).toEqual([]);
    expect((await rig.as()(logInStaff, { input: { municipality: 'TREINA', username: 'usuario01', password: 'usuario01' } })).errors).toEqual([]);
    const real = await ask(configureStaffMember, { input: { ...trainee, municipalityId: 'campinas' } });
    expect(real.errors[0]?.extensions?.['fields']).toMatchObject([{ path: 'password', code: 'PASSWORD_TOO_COMMON' }]);
  });

  it('have an acronym of their own, and a login names the city by id before acronym', async () => {
    const ask = rig.as(operator);
    for (const acronym of ['PMC', 'pmc']) {
      const twin = await ask(configureMunicipality, { input: { ...campinas, id: 'cosmopolis', name: 'Cosmópolis', acronym } });
      expect(twin.errors[0]?.extensions).toMatchObject({ code: 'ACRONYM_TAKEN', acronym });
    }
    expect(codeOf(await ask(configureMunicipality, { input: { ...campinas, acronym: 'rio' } }))).toBe('ACRONYM_TAKEN');
    const parallel = await Promise.all(['valinhos', 'vinhedo'].map((id) => ask(configureMunicipality, { input: { ...campinas, id, name: `Prefeitura de ${id}`, acronym: 'PMV' } })));
    expect(parallel.map(codeOf).sort()).toEqual(['ACRONYM_TAKEN', undefined]);

    // A city whose acronym is the id of another one.
    await ask(configureMunicipality, { input: { ...campinas, id: 'sumare', name: 'Sumaré', acronym: 'campinas' } });
    await ask(configureStaffMember, { input: { ...member, username: 'bruna' } });
    const logged = (municipality: string) => rig.as()(logInStaff, { input: { municipality, username: 'bruna', password: member.password } });
    for (const municipality of ['campinas', 'Campinas', 'PMC']) expect((await logged(municipality)).errors).toEqual([]);
  });

  it('are listed by name, page by page, for everybody', async () => {
    const list = 'query($first: Int, $after: String) { municipalities(first: $first, after: $after) { edges { node { id units { edges { node { id body municipality { id } } } } } } pageInfo { hasNextPage endCursor } } }';
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page: { data: unknown } = await rig.as()(list, { first: 1, after });
      const { edges, pageInfo } = (page.data as { municipalities: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }).municipalities;
      ids.push(...edges.map(({ node }) => node.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(ids).toEqual(expect.arrayContaining(['campinas', 'rio', 'treinamento']));
    expect(codeOf(await rig.as()(list, { first: 101 }))).toBe('INVALID_PAGE_SIZE');
  });

  it('keep no password in the audit trail', async () => {
    const entries = JSON.stringify(await rig.connection.collection('audit').find().toArray());
    expect(entries).toContain('staff-member');
    expect(entries).not.toMatch(/argon2|Violeta|Joana/);
  });
});

describe('hostile input', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  beforeAll(async () => {
    rig = await startRig();
  });
  afterAll(() => rig.stop());

  const hostile = ['', ' ', 'x'.repeat(900_000), '\u0000', 'a\u0007b', '💥👩‍👩‍👧', '\u202Egnp.exe', '__proto__', 'constructor', '{"$gt":""}', '$where', '\ud800', "'; DROP TABLE--", '<script>alert(1)</script>'];
  const refusals = /^(INVALID_[A-Z_]+|[A-Z_]+_NOT_FOUND|WRONG_PASSWORD|TOO_MANY_REQUESTS|CONFIRMATION_TOKEN_INVALID|BODY_TOO_LARGE|FORBIDDEN|STALE_VERSION|SIGNATURE_NOT_ALLOWED|UNIT_IN_OTHER_MUNICIPALITY)$/;
  const answersTo = async (document: string, variables: (text: string) => Record<string, unknown>, ask = rig.as()): Promise<string[]> => {
    const codes: string[] = [];
    for (const text of hostile) {
      const { errors } = await ask(document, variables(text));
      const code = errors[0]?.extensions?.['code'];
      codes.push(errors.length === 0 ? 'ok' : typeof code === 'string' ? code : 'no code');
    }
    return codes;
  };
  const harmless = (codes: string[]): string[] => codes.filter((code) => code !== 'ok' && !refusals.test(code));

  it('is a coded refusal in every text of the anonymous operations', async () => {
    const operations: [string, (text: string) => Record<string, unknown>][] = [
      ['mutation($x: String!) { logIn(input: { login: $x, password: $x }) { replayed } }', (x) => ({ x })],
      ['mutation($x: String!) { logInStaff(input: { municipality: $x, username: $x, password: $x }) { replayed } }', (x) => ({ x })],
      ['mutation($x: String!) { refreshSession(input: { refreshToken: $x }) { replayed } }', (x) => ({ x })],
      ['mutation($x: String!) { confirmEmail(input: { token: $x }) { replayed } }', (x) => ({ x })],
      ['mutation($x: String!) { resendConfirmation(input: { cpfOrEmail: $x }) { replayed } }', (x) => ({ x })],
      ['mutation($x: String!) { resendConfirmation(input: { cpfOrEmail: "a", idempotencyKey: $x }) { replayed } }', (x) => ({ x })],
      ['query($x: ID!) { municipality(id: $x) { id } }', (x) => ({ x })],
      ['query($x: ID!) { accreditation(id: $x) { id } }', (x) => ({ x })],
      ['query($x: String!) { municipalities(after: $x) { pageInfo { hasNextPage } } }', (x) => ({ x })],
    ];
    for (const [document, variables] of operations) expect([document, harmless(await answersTo(document, variables))]).toEqual([document, []]);
  });

  it('is a coded refusal in every field of the registration', async () => {
    const document = 'mutation($input: PreRegisterInput!) { preRegister(input: $input) { replayed } }';
    const { address, ...form } = registrationForm();
    const fields = ['municipalityId', 'fullName', 'cpf', 'rg', 'rgIssuer', 'landline', 'mobile', 'email', 'password', 'passwordConfirmation', 'challengeSolution'];
    for (const field of fields) {
      const codes = await answersTo(document, (text) => ({ input: { ...form, address, challengeSolution: 'x', [field]: text } }));
      expect([field, harmless(codes), codes.includes('ok')]).toEqual([field, [], false]);
    }
    for (const field of Object.keys(address)) {
      const codes = await answersTo(document, (text) => ({ input: { ...form, address: { ...address, [field]: text }, challengeSolution: 'x' } }));
      expect([field, harmless(codes)]).toEqual([field, []]);
    }
  });

  it('is stored exactly or refused in the settings of a city and its units', async () => {
    const ask = rig.as(operator);
    let acronyms = 0;
    for (const field of ['id', 'name', 'acronym', 'state', 'city', 'ibgeCode', 'timeZone'] as const) {
      const codes = await answersTo(configureMunicipality, (text) => ({ input: { ...campinas, id: 'hostil', acronym: `H-${String((acronyms += 1))}`, [field]: text } }), ask);
      expect([field, harmless(codes)]).toEqual([field, []]);
    }
    for (const text of hostile) {
      const { data, errors } = await ask<{ configureMunicipality: { municipality: { name: string } } }>(configureMunicipality, { input: { ...campinas, id: 'exato', acronym: 'EXATO', name: text } });
      if (errors.length === 0) expect(data?.configureMunicipality.municipality.name).toBe(text);
    }
    for (const field of ['key', 'name', 'acronym', 'body', 'parentId', 'email'] as const) {
      const codes = await answersTo(configureUnit, (text) => ({ input: { ...protocolo, key: 'hostil', [field]: text } }), ask);
      expect([field, harmless(codes)]).toEqual([field, []]);
    }
    for (const field of ['username', 'fullName', 'password'] as const) {
      const codes = await answersTo(configureStaffMember, (text) => ({
        input: { municipalityId: 'campinas', username: 'hostil', fullName: 'Nome Longo', unitIds: [], roles: ['CLERK'], password: 'Violeta-2', [field]: text },
      }), ask);
      expect([field, harmless(codes)]).toEqual([field, []]);
    }
  });

  it('is a coded refusal in a signature and in an administrator\'s reason', async () => {
    const clerk = rig.as({ kind: 'staff', staffId: 'nobody', municipalityId: 'campinas', unitIds: [], roles: ['administrator'], sessionId: 's' });
    const sign = 'mutation($x: ID!, $y: String!) { authorizeSignature(input: { documentId: $x, sha256: $y, password: $y, role: $y }) { replayed } }';
    expect(harmless(await answersTo(sign, (x) => ({ x, y: x }), clerk))).toEqual([]);
    const block = 'mutation($x: ID!, $y: String!) { blockAccreditation(input: { accreditationId: $x, reason: $y }) { replayed } }';
    expect(harmless(await answersTo(block, (x) => ({ x, y: x }), clerk))).toEqual([]);
  });
});
