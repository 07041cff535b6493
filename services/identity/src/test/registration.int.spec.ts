import { PersonContactChanged_Reason } from '@guiche/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpfOf, registrationForm } from './builders.ts';
import { startRig } from './rig.ts';

const confirmEmail = `mutation($token: String!) { confirmEmail(input: { token: $token }) { message accreditationId replayed } }`;
const preRegister = `mutation($input: PreRegisterInput!) { preRegister(input: $input) { message replayed confirmationExpiresAt } }`;
const resend = `mutation($cpfOrEmail: String!) { resendConfirmation(input: { cpfOrEmail: $cpfOrEmail }) { message replayed } }`;

describe('registration', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  beforeAll(async () => {
    rig = await startRig();
  });
  afterAll(() => rig.stop());

  it('becomes a person with a pending accreditation when the mailed link is followed, once', async () => {
    const submitted = await rig.submit();
    expect(submitted.errors).toEqual([]);
    const token = await rig.mailedToken('maria.souza@exemplo.test');
    expect(token.length).toBeGreaterThanOrEqual(43);
    expect(await rig.connection.collection('persons').countDocuments()).toBe(0);

    const confirmed = await rig.as()(confirmEmail, { token });
    expect(confirmed.errors).toEqual([]);
    const again = await rig.as()(confirmEmail, { token });
    expect(again.errors[0]?.extensions).toMatchObject({ code: 'CONFIRMATION_TOKEN_USED' });

    const { accessToken } = await rig.openSession('52998224725', 'Girassol-47');
    const me = await rig.as()(
      `{ me { fullName cpf mobile address { postalCode } accreditations(first: 1) { edges { node {
        state label missingSteps { code label } municipality { id acronym } ticket { id } process { id } termDocument { id } termDueAt
      } } } } }`, {}, { token: accessToken },
    );
    expect(me).toMatchObject({
      errors: [],
      data: {
        me: {
          fullName: 'Maria Aparecida Souza',
          cpf: '52998224725',
          mobile: '19998765432',
          address: { postalCode: '13015904' },
          accreditations: {
            edges: [
              {
                node: {
                  state: 'PENDING_DOCUMENTS',
                  label: 'Pendente de documentos',
                  missingSteps: [{ code: 'SEND_DOCUMENTS' }, { code: 'AWAIT_ANALYSIS' }, { code: 'SIGN_TERM' }],
                  municipality: { id: 'campinas', acronym: 'PMC' },
                  ticket: null,
                },
              },
            ],
          },
        },
      },
    });
    const [started] = await rig.said('guiche.identity.v1.AccreditationStarted');
    const [registered] = await rig.said('guiche.identity.v1.PersonRegistered');
    expect(started?.personId).toBe(registered?.personId);
  });

  it('answers the same whether or not CPF or e-mail address are known, and tells only their owner', async () => {
    const shape = (answer: Awaited<ReturnType<typeof rig.submit>>) => JSON.stringify({ status: answer.status, data: answer.data, errors: answer.errors });
    const unknown = await rig.submit({ cpf: cpfOf(1), email: 'nova@exemplo.test' });
    const knownCpf = await rig.submit({ email: 'outra@exemplo.test' });
    const knownEmail = await rig.submit({ cpf: cpfOf(2), email: 'MARIA.Souza@exemplo.test' });
    expect(shape(knownCpf)).toBe(shape(unknown));
    expect(shape(knownEmail)).toBe(shape(unknown));
    const notices = (await rig.said('guiche.identity.v1.PersonContactChanged')).filter(({ reason }) => reason === PersonContactChanged_Reason.ALREADY_REGISTERED);
    expect(notices.map(({ email, confirmationToken }) => [email, confirmationToken])).toEqual([
      ['maria.souza@exemplo.test', undefined],
      ['maria.souza@exemplo.test', undefined],
    ]);
    await expect(rig.mailedToken('outra@exemplo.test')).rejects.toThrow('No confirmation');
  });

  it('lets several of one CPF wait, and the first to confirm wins', async () => {
    const cpf = cpfOf(3);
    await rig.submit({ cpf, email: 'primeira@exemplo.test' });
    await rig.submit({ cpf, email: 'segunda@exemplo.test' });
    const second = await rig.as()(confirmEmail, { token: await rig.mailedToken('segunda@exemplo.test') });
    const first = await rig.as()(confirmEmail, { token: await rig.mailedToken('primeira@exemplo.test') });
    expect(second.errors).toEqual([]);
    expect(first.errors[0]?.extensions).toMatchObject({ code: 'ALREADY_REGISTERED' });
  });

  it('makes one person of one link, however often it is followed at the same time', async () => {
    await rig.submit({ cpf: cpfOf(9), email: 'paralela@exemplo.test' });
    const token = await rig.mailedToken('paralela@exemplo.test');
    const answers = await Promise.all(Array.from({ length: 20 }, () => rig.as()(confirmEmail, { token })));
    const codes = answers.map(({ errors }) => errors[0]?.extensions?.['code'] ?? 'ok').sort();
    expect(codes).toEqual([...Array<string>(19).fill('CONFIRMATION_TOKEN_USED'), 'ok']);
    expect(await rig.connection.collection('persons').countDocuments({ email: 'paralela@exemplo.test' })).toBe(1);
  });

  it('refuses an expired link, and a fresh one works again', async () => {
    await rig.submit({ cpf: cpfOf(4), email: 'tarde@exemplo.test' });
    const old = await rig.mailedToken('tarde@exemplo.test');
    const asked = await rig.as()(resend, { cpfOrEmail: 'TARDE@exemplo.test' });
    const nobody = await rig.as()(resend, { cpfOrEmail: 'ninguem@exemplo.test' });
    expect(asked.data).toEqual(nobody.data);
    const fresh = await rig.mailedToken('tarde@exemplo.test');
    expect(fresh).not.toBe(old);
    expect((await rig.as()(confirmEmail, { token: old })).errors[0]?.extensions).toMatchObject({ code: 'CONFIRMATION_TOKEN_INVALID' });
    rig.clock.advance({ hours: 24 });
    expect((await rig.as()(confirmEmail, { token: fresh })).errors[0]?.extensions).toMatchObject({ code: 'CONFIRMATION_TOKEN_INVALID' });
    rig.clock.advance({ hours: -24 });
    expect((await rig.as()(confirmEmail, { token: fresh })).errors).toEqual([]);
  });

  it('reports every wrong field at once and spends no puzzle on it', async () => {
    const challengeSolution = await rig.solve();
    const wrong = {
      ...registrationForm({ cpf: '111.111.111-11', email: 'sem-arroba', mobile: '12', municipalityId: 'nowhere' }),
      passwordConfirmation: 'outra',
      termsAccepted: false,
      challengeSolution,
    };
    const refused = await rig.as()(preRegister, { input: wrong });
    const fields = refused.errors[0]?.extensions?.['fields'] as { path: string; code: string }[];
    expect(fields.map(({ path, code }) => [path, code])).toEqual([
      ['municipalityId', 'UNKNOWN_MUNICIPALITY'],
      ['cpf', 'INVALID_CPF'],
      ['mobile', 'INVALID_PHONE'],
      ['email', 'INVALID_EMAIL'],
      ['passwordConfirmation', 'PASSWORDS_DIFFER'],
      ['termsAccepted', 'TERMS_NOT_ACCEPTED'],
    ]);
    const right = { ...registrationForm({ cpf: cpfOf(5), email: 'certa@exemplo.test' }), challengeSolution };
    expect((await rig.as()(preRegister, { input: right })).errors).toEqual([]);
    const reused = await rig.as()(preRegister, { input: { ...right, cpf: cpfOf(6), email: 'robo@exemplo.test' } });
    expect(reused.errors[0]?.extensions).toMatchObject({ code: 'CHALLENGE_SPENT' });
  });

  it('refuses a forged, foreign or expired puzzle', async () => {
    const solution = await rig.solve();
    const decoded = JSON.parse(Buffer.from(solution, 'base64').toString()) as { challenge: { parameters: { data: { notAfter: number } } }; solution: { counter: number } };
    decoded.challenge.parameters.data.notAfter += 1;
    const forged = Buffer.from(JSON.stringify(decoded)).toString('base64');
    const codeOf = async (challengeSolution: string): Promise<unknown> => {
      const answer = await rig.as()(preRegister, { input: { ...registrationForm({ cpf: cpfOf(7), email: 'x@exemplo.test' }), challengeSolution } });
      return (answer.errors[0]?.extensions?.['fields'] as { code: string }[] | undefined)?.map(({ code }) => code);
    };
    expect(await codeOf(forged)).toEqual(['CHALLENGE_INVALID']);
    expect(await codeOf('')).toEqual(['CHALLENGE_INVALID']);
    expect(await codeOf('e30=')).toEqual(['CHALLENGE_INVALID']);
    rig.clock.advance({ minutes: 21 });
    expect(await codeOf(solution)).toEqual(['CHALLENGE_EXPIRED']);
    rig.clock.advance({ minutes: -21 });
  });

  it('replays the same key and body, and mails once', async () => {
    const input = { ...registrationForm({ cpf: cpfOf(8), email: 'repete@exemplo.test' }), challengeSolution: await rig.solve(), idempotencyKey: 'pre-register-8' };
    const first = await rig.as()(preRegister, { input });
    const second = await rig.as()(preRegister, { input });
    expect(first.data).toMatchObject({ preRegister: { replayed: false } });
    expect(second.data).toMatchObject({ preRegister: { replayed: true } });
    const other = await rig.as()(preRegister, { input: { ...input, password: 'Outra-senha-9', passwordConfirmation: 'Outra-senha-9' } });
    expect(other.errors[0]?.extensions).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    const mails = (await rig.said('guiche.identity.v1.PersonContactChanged')).filter(({ email }) => email === 'repete@exemplo.test');
    expect(mails).toHaveLength(1);
  });

  it('mails one address only so often, with the same answer', async () => {
    const victim = 'vitima@exemplo.test';
    for (let round = 0; round < 8; round += 1) {
      expect((await rig.submit({ cpf: cpfOf(100 + round), email: victim })).errors).toEqual([]);
    }
    const mails = (await rig.said('guiche.identity.v1.PersonContactChanged')).filter(({ email }) => email === victim);
    expect(mails).toHaveLength(5);
  });

  it('keeps passwords and tokens out of what is stored', async () => {
    const [row] = await rig.connection.collection('pre_registrations').find({ email: 'repete@exemplo.test' }).toArray();
    const token = await rig.mailedToken('repete@exemplo.test');
    const stored = JSON.stringify(row);
    expect(stored).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(stored).not.toContain('Girassol-47');
    expect(stored).not.toContain(token);
    const keys = await rig.connection.collection('idempotency').find().toArray();
    expect(JSON.stringify(keys)).not.toContain('Girassol-47');
  });
});
