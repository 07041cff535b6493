import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import { cpfOf } from './builders.ts';
import { configureStaffMember, operator, startRig } from './rig.ts';

const logIn = `mutation($input: LogInInput!) { answer: logIn(input: $input) { replayed session { id } } }`;
const logInStaff = `mutation($input: LogInStaffInput!) { answer: logInStaff(input: $input) { replayed session { id } } }`;
const authorize = `mutation($input: AuthorizeSignatureInput!) { answer: authorizeSignature(input: $input) { replayed authorization } }`;

interface Given { answer: { replayed: boolean; session?: { id: string }; authorization?: string } }
type Answer = GraphqlAnswer<Given>;

describe('a known idempotency key', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  /** The command with this password, always with the same key; each has a right one. */
  let commands: Record<string, { right: string; send: (password: string) => Promise<Answer> }>;

  beforeAll(async () => {
    rig = await startRig();
    const ana = await rig.register({ cpf: cpfOf(1), email: 'ana@exemplo.test', fullName: 'Ana Lima' });
    const member = { municipalityId: 'campinas', username: 'leo', fullName: 'Leo Dias', unitIds: ['campinas-protocolo-geral'], roles: ['CLERK'], password: 'Violeta-2' };
    expect((await rig.as(operator)(configureStaffMember, { input: member })).errors).toEqual([]);
    await rig.connection.collection<{ _id: string }>('accreditations').updateOne({ _id: ana.accreditationId }, { $set: { state: 'RELEASED' } });
    const document = { documentId: 'document', sha256: 'ab'.repeat(32) };
    commands = {
      logIn: { right: ana.password, send: (password) => rig.as()<Given>(logIn, { input: { login: 'ana@exemplo.test', password, idempotencyKey: 'key-of-ana-1' } }) },
      logInStaff: { right: 'Violeta-2', send: (password) => rig.as()<Given>(logInStaff, { input: { municipality: 'PMC', username: 'leo', password, idempotencyKey: 'key-of-leo-1' } }) },
      authorizeSignature: {
        right: ana.password,
        send: (password) => rig.as({ kind: 'person', personId: ana.personId, sessionId: 'open' })<Given>(authorize, { input: { ...document, password, idempotencyKey: 'key-of-ana-2' } }),
      },
    };
  });
  afterAll(() => rig.stop());
  beforeEach(() => {
    rig.clock.advance({ hours: 2 }); // lets every throttle of the test before run out
  });

  /** The session, or what is signed of an authorization. */
  const givenBy = ({ data }: Answer): unknown => data?.answer.session?.id ?? data?.answer.authorization?.split('.')[1];
  const codeOf = (answer: Answer): unknown => answer.errors[0]?.extensions?.['code'];

  it.each(['logIn', 'logInStaff', 'authorizeSignature'])('gives the first result of %s again, and no way to try passwords unthrottled', async (name) => {
    const command = commands[name];
    if (command === undefined) throw new Error(name);
    const first = await command.send(command.right);
    expect(first).toMatchObject({ errors: [], data: { answer: { replayed: false } } });
    const again = await command.send(command.right);
    expect(again.data?.answer.replayed).toBe(true);
    expect(givenBy(again)).toBe(givenBy(first));

    const codes: unknown[] = [];
    for (let round = 0; round < 5; round += 1) codes.push(codeOf(await command.send(`Errada-${String(round)}`)));
    expect(codes).toEqual([...Array<string>(4).fill('IDEMPOTENCY_KEY_REUSED'), 'TOO_MANY_REQUESTS']);
    const guessed = await command.send(command.right);
    expect(guessed.errors[0]?.extensions).toMatchObject({ code: 'TOO_MANY_REQUESTS', kind: 'rate-limited', retryAfterSeconds: 1 });
    rig.clock.advance({ seconds: 2 });
    expect(givenBy(await command.send(command.right))).toBe(givenBy(first));
  });
});
