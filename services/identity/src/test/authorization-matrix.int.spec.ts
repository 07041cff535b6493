import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { readTypeDefs } from '@guiche/kit/graphql';
import { expectedMatrix, matrixCallers, operationsOf, tryMatrix } from '@guiche/kit/testing';
import type { GraphqlClient, MatrixRow } from '@guiche/kit/testing';
import { personDocumentOf } from '../adapters/mongo/person-document.ts';
import { personalDataOf } from '../domain/registration.ts';
import { anAccreditation, cpfOf, registrationForm } from './builders.ts';
import { campinas, protocolo, startRig } from './rig.ts';

const callers = matrixCallers({
  municipalityId: 'campinas',
  unitId: 'campinas-protocolo-geral',
  otherUnitId: 'campinas-fazenda',
  otherMunicipalityId: 'rio',
  scope: 'municipality:read',
});
type Caller = keyof typeof callers;
type Answers = MatrixRow<Caller>['answers'];

const of = (answer: string): Answers => Object.fromEntries(Object.keys(callers).map((name) => [name, answer])) as Answers;
/** Public to people and staff; apps need the scope. `refusal` is what the one without it gets. */
const publicRead = (refusal: string): Answers => ({ ...of('ok'), appWithoutScope: refusal });
const people = { anonymous: 'UNAUTHENTICATED', appWithoutScope: 'FORBIDDEN', appWithScope: 'FORBIDDEN' };
const withoutApps = (answer: string): Answers => ({ ...of(answer), appWithoutScope: 'FORBIDDEN', appWithScope: 'FORBIDDEN' });
const staffOnly = { ...people, citizenA: 'FORBIDDEN', citizenB: 'FORBIDDEN' };
const campinasOnly = { clerkOfUnit: 'ok', clerkOfOtherUnit: 'ok', clerkOfOtherCity: 'null' };

const entity = (typename: string, id: string, fields: string): MatrixRow<Caller>['send'] => (ask) =>
  // A forged representation must not bring back what it claims.
  ask(`query($ref: [_Any!]!) { _entities(representations: $ref) { ... on ${typename} { ${fields} } } }`, {
    ref: [{ __typename: typename, id, personId: 'citizen-b', municipalityId: 'rio', municipalityIds: ['rio'] }],
  });
const decision = (verb: string): MatrixRow<Caller> => ({
  send: (ask) =>
    ask(`mutation($input: ChangeAccreditationInput!) { ${verb}Accreditation(input: $input) { replayed } }`, {
      input: { accreditationId: 'acc-a', reason: 'Motivo.' },
    }),
  answers: { ...of('ACCREDITATION_NOT_FOUND'), anonymous: 'UNAUTHENTICATED' },
});
const mutation = (field: string, input: string): MatrixRow<Caller>['send'] => (ask) => ask(`mutation { ${field}(input: { ${input} }) { replayed } }`);

const rows: Record<string, MatrixRow<Caller>> = {
  'Query.me': { send: (ask) => ask('{ me { id } }'), answers: { ...of('null'), citizenA: 'ok', citizenB: 'ok' } },
  'Query.staffMe': {
    send: (ask) => ask('{ staffMe { id } }'),
    answers: { ...of('null'), clerkOfUnit: 'ok', clerkOfOtherUnit: 'ok', clerkOfOtherCity: 'ok' },
  },
  'Query.registrationChallenge': { send: (ask) => ask('{ registrationChallenge { expiresAt } }'), answers: withoutApps('ok') },
  'Query.municipality': { send: (ask) => ask('{ municipality(id: "campinas") { id } }'), answers: publicRead('null') },
  'Query.municipalities': { send: (ask) => ask('{ municipalities { edges { node { id } } } }'), answers: publicRead('MISSING_SCOPE') },
  'Query.accreditation': {
    send: (ask) => ask('{ accreditation(id: "acc-a") { id } }'),
    answers: { ...of('null'), citizenA: 'ok', ...campinasOnly },
  },
  'Query.staffMembers': {
    send: (ask) => ask('{ staffMembers { edges { node { id } } } }'),
    answers: { ...staffOnly, clerkOfUnit: 'ok', clerkOfOtherUnit: 'ok', clerkOfOtherCity: 'ok' },
  },
  '_entities Person': { send: entity('Person', 'citizen-a', 'fullName cpf email'), answers: { ...of('null'), citizenA: 'ok', ...campinasOnly } },
  '_entities Accreditation': { send: entity('Accreditation', 'acc-a', 'state'), answers: { ...of('null'), citizenA: 'ok', ...campinasOnly } },
  '_entities Municipality': { send: entity('Municipality', 'campinas', 'name'), answers: publicRead('null') },
  '_entities Unit': { send: entity('Unit', 'campinas-protocolo-geral', 'name email'), answers: publicRead('null') },
  '_entities StaffMember': { send: entity('StaffMember', 'clerk-of-unit', 'fullName username'), answers: { ...of('null'), ...campinasOnly } },
  // The puzzle is wrong on purpose: whoever may submit is told so.
  'Mutation.preRegister': {
    send: (ask) =>
      ask('mutation($input: PreRegisterInput!) { preRegister(input: $input) { replayed } }', { input: { ...registrationForm(), challengeSolution: 'x' } }),
    answers: withoutApps('INVALID_INPUT'),
  },
  'Mutation.resendConfirmation': { send: mutation('resendConfirmation', 'cpfOrEmail: "x@y.test"'), answers: withoutApps('ok') },
  'Mutation.confirmEmail': { send: mutation('confirmEmail', 'token: "x"'), answers: withoutApps('CONFIRMATION_TOKEN_INVALID') },
  'Mutation.startAccreditation': {
    send: mutation('startAccreditation', 'municipalityId: "campinas"'),
    answers: { ...people, citizenA: 'ok', citizenB: 'ok', clerkOfUnit: 'FORBIDDEN', clerkOfOtherUnit: 'FORBIDDEN', clerkOfOtherCity: 'FORBIDDEN' },
  },
  'Mutation.logIn': {
    send: (ask, caller) => mutation('logIn', `login: "${caller}@nobody.test", password: "x"`)(ask, caller),
    answers: withoutApps('INVALID_CREDENTIALS'),
  },
  'Mutation.logInStaff': {
    send: (ask, caller) => mutation('logInStaff', `municipality: "campinas", username: "${caller}-nobody", password: "x"`)(ask, caller),
    answers: withoutApps('INVALID_CREDENTIALS'),
  },
  'Mutation.refreshSession': { send: mutation('refreshSession', 'refreshToken: "x"'), answers: withoutApps('INVALID_REFRESH_TOKEN') },
  // The sessions of these tokens were never opened here.
  'Mutation.logOut': { send: mutation('logOut', ''), answers: { ...withoutApps('INVALID_TOKEN'), anonymous: 'UNAUTHENTICATED' } },
  'Mutation.authorizeSignature': {
    send: mutation('authorizeSignature', `documentId: "term-a", sha256: "${'ab'.repeat(32)}", password: "Errada-1"`),
    answers: { ...withoutApps('WRONG_PASSWORD'), anonymous: 'UNAUTHENTICATED' },
  },
  'Mutation.blockAccreditation': decision('block'),
  'Mutation.unblockAccreditation': decision('unblock'),
  'Mutation.deactivateAccreditation': decision('deactivate'),
  'Mutation.reactivateAccreditation': decision('reactivate'),
  'Mutation.configureMunicipality': {
    send: (ask) => ask('mutation($input: ConfigureMunicipalityInput!) { configureMunicipality(input: $input) { replayed } }', { input: campinas }),
    answers: { ...of('FORBIDDEN'), anonymous: 'UNAUTHENTICATED' },
  },
  'Mutation.moveTrainingClock': {
    send: (ask) => ask('mutation($input: MoveTrainingClockInput!) { moveTrainingClock(input: $input) { replayed } }', { input: { municipalityId: 'campinas', bySeconds: 60 } }),
    answers: { ...of('FORBIDDEN'), anonymous: 'UNAUTHENTICATED' },
  },
  'Mutation.configureUnit': {
    send: (ask) => ask('mutation($input: ConfigureUnitInput!) { configureUnit(input: $input) { replayed } }', { input: protocolo }),
    answers: { ...of('FORBIDDEN'), anonymous: 'UNAUTHENTICATED' },
  },
  'Mutation.configureStaffMember': {
    send: (ask) =>
      ask('mutation($input: ConfigureStaffMemberInput!) { configureStaffMember(input: $input) { replayed } }', {
        input: { municipalityId: 'campinas', username: 'x', fullName: 'Xis Ypsilon', unitIds: [], roles: ['ADMINISTRATOR'], password: 'Violeta-2' },
      }),
    answers: { ...of('FORBIDDEN'), anonymous: 'UNAUTHENTICATED' },
  },
};

describe('who may do what in the identity service', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  let clients: Record<Caller, GraphqlClient>;
  beforeAll(async () => {
    rig = await startRig();
    const names = Object.keys(callers) as Caller[];
    clients = Object.fromEntries(names.map((name) => [name, rig.as(callers[name])])) as Record<Caller, GraphqlClient>;
    const { connection } = rig;
    const hash = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$1JhTkUJ0YPnhVPfkoXlEbJgpMaqfKVsSfHNLNjiNLPI';
    const persons = ['citizen-a', 'citizen-b'].map((id, index) =>
      personDocumentOf(
        {
          id,
          ...personalDataOf(registrationForm({ cpf: cpfOf(index), email: `${id}@exemplo.test` })),
          municipalityIds: id === 'citizen-a' ? ['campinas'] : [],
          registeredAt: new Date(),
        },
        hash,
      ),
    );
    await connection.model('Person').insertMany(persons);
    const { id: _id, ...accreditation } = anAccreditation({ id: 'acc-a', personId: 'citizen-a' });
    await connection.model('Accreditation').insertMany([{ _id, ...accreditation }]);
    const staff = [['clerk-of-unit', 'campinas'], ['clerk-of-other-unit', 'campinas'], ['clerk-of-other-city', 'rio']] as const;
    await connection.model('StaffMember').insertMany(
      staff.map(([staffId, municipalityId]) => ({
        _id: staffId, municipalityId, username: staffId, fullName: staffId, unitIds: [], roles: ['clerk'], active: true, passwordHash: hash, version: 1,
      })),
    );
  });
  afterAll(() => rig.stop());

  it('has a row for every operation of the schema', () => {
    const typeDefs = readTypeDefs(join(import.meta.dirname, '..', '..'));
    expect(Object.keys(rows).sort()).toEqual(operationsOf(typeDefs));
  });

  it('answers every caller as its row says', async () => {
    expect(await tryMatrix(rows, clients)).toEqual(expectedMatrix(rows));
  });

  it('serves files to nobody without their signed address', async () => {
    const tokens = Object.values(callers).map((caller) => (caller === undefined ? '' : `Bearer ${rig.tokenFor(caller)}`));
    const statuses = await Promise.all(
      tokens.map(async (authorization) => (await fetch(`${rig.service.url}/files/${'ab'.repeat(12)}`, { headers: { authorization } })).status),
    );
    expect(new Set(statuses)).toEqual(new Set([404]));
  });

  it('shows a person to an app of the person only with the scope, and to a representative only himself', async () => {
    const look = '{ me { id accreditations { edges { node { id } } } } }';
    const app = (scopes: string[]): TokenPrincipal => ({ kind: 'app-for-person', appId: 'app', personId: 'citizen-a', municipalityId: 'campinas', scopes });
    expect((await rig.as(app(['other:read']))(look)).data).toEqual({ me: null });
    expect((await rig.as(app(['person:read']))('{ me { id } }')).data).toEqual({ me: { id: 'citizen-a' } });
    expect((await rig.as(app(['person:read']))(look)).errors[0]?.extensions).toMatchObject({ code: 'MISSING_SCOPE', scope: 'accreditation:read' });
    expect((await rig.as(app(['person:read', 'accreditation:read']))(look)).data).toMatchObject({ me: { accreditations: { edges: [{ node: { id: 'acc-a' } }] } } });
    const elsewhere: TokenPrincipal = { ...app(['person:read', 'accreditation:read']), municipalityId: 'rio' } as TokenPrincipal;
    expect((await rig.as(elsewhere)('{ me { accreditations { edges { node { id } } } } accreditation(id: "acc-a") { id } }')).data).toEqual({ me: { accreditations: { edges: [] } }, accreditation: null });
    const representative: TokenPrincipal = { kind: 'representative', personId: 'citizen-b', representedId: 'citizen-a', representationId: 'r', sessionId: 's' };
    expect((await rig.as(representative)('{ me { id } accreditation(id: "acc-a") { id } }')).data).toEqual({ me: { id: 'citizen-b' }, accreditation: null });
  });

  it('lets the administrator configure the own city and nothing else, and the operator everything', async () => {
    const administrator: TokenPrincipal = { kind: 'staff', staffId: 'adm', municipalityId: 'campinas', unitIds: [], roles: ['administrator'], sessionId: 's' };
    const fake: TokenPrincipal = { ...administrator, roles: ['operator'] };
    const configure = 'mutation($input: ConfigureMunicipalityInput!) { configureMunicipality(input: $input) { municipality { version } } }';
    const codeOf = async (actor: TokenPrincipal, input: object): Promise<unknown> => (await rig.as(actor)(configure, { input })).errors[0]?.extensions?.['code'] ?? 'ok';
    expect(await codeOf(administrator, { ...campinas, termDeadlineDays: 20 })).toBe('ok');
    expect(await codeOf(administrator, { ...campinas, id: 'rio' })).toBe('FORBIDDEN');
    expect(await codeOf(administrator, { ...campinas, id: 'nova' })).toBe('FORBIDDEN');
    // The role means nothing outside the platform's own tenant.
    expect(await codeOf(fake, campinas)).toBe('FORBIDDEN');
  });
});
