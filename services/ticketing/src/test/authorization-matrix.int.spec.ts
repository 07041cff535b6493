import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { readTypeDefs } from '@guiche/kit/graphql';
import { expectedMatrix, operationsOf, tryMatrix, waitFor } from '@guiche/kit/testing';
import type { GraphqlClient, MatrixRow } from '@guiche/kit/testing';
import { act, configureService, configureTickets, createUpload, myTickets, openTicket, readTicket, services, ticketQueue } from './documents.ts';
import { administrator, callers, city, complaint, pdf, sha256, somebody, startRig, unit } from './rig.ts';
import type { TicketingRig } from './rig.ts';

type Caller = keyof typeof callers;
type Row = MatrixRow<Caller>;
const citizen = somebody('citizen-a');

const everybody: Row['answers'] = {
  anonymous: 'ok', citizenA: 'ok', citizenB: 'ok', clerkOfUnit: 'ok', clerkOfOtherUnit: 'ok', clerkOfOtherCity: 'ok',
  appWithoutScope: 'ok', appWithScope: 'ok',
};
const nobody: Row['answers'] = {
  anonymous: 'UNAUTHENTICATED', citizenA: 'FORBIDDEN', citizenB: 'FORBIDDEN', clerkOfUnit: 'FORBIDDEN', clerkOfOtherUnit: 'FORBIDDEN',
  clerkOfOtherCity: 'FORBIDDEN', appWithoutScope: 'FORBIDDEN', appWithScope: 'FORBIDDEN',
};
const hidden: Row['answers'] = {
  anonymous: 'UNAUTHENTICATED', citizenA: 'TICKET_NOT_FOUND', citizenB: 'TICKET_NOT_FOUND', clerkOfUnit: 'TICKET_NOT_FOUND',
  clerkOfOtherUnit: 'TICKET_NOT_FOUND', clerkOfOtherCity: 'TICKET_NOT_FOUND', appWithoutScope: 'TICKET_NOT_FOUND', appWithScope: 'TICKET_NOT_FOUND',
};
const unseen: Row['answers'] = {
  anonymous: 'null', citizenA: 'null', citizenB: 'null', clerkOfUnit: 'null', clerkOfOtherUnit: 'null', clerkOfOtherCity: 'null',
  appWithoutScope: 'null', appWithScope: 'null',
};
const byRequester = { ...hidden, citizenA: 'ok' };
const byClerk = { ...hidden, clerkOfUnit: 'ok' };

describe('who may do what in the ticketing service', () => {
  let rig: TicketingRig;
  let clients: Record<Caller, GraphqlClient>;
  let ticketId: string;
  let accreditationId: string;
  beforeAll(async () => {
    rig = await startRig();
    clients = Object.fromEntries(Object.entries(callers).map(([name, principal]) => [name, rig.as(principal)])) as Record<Caller, GraphqlClient>;
    ticketId = (await rig.complain(citizen)).id;
    accreditationId = (await rig.opened(citizen)).id;
  });
  afterAll(() => rig.stop());

  const by = (principal: TokenPrincipal | undefined, name: keyof typeof act, input: Record<string, unknown>) => rig.as(principal)(act[name], { input });
  /** A fresh ticket of citizen A in the state that the act needs. */
  const prepared: Record<string, () => Promise<string>> = {
    NEW: async () => (await rig.complain(citizen)).id,
    ASSIGNED: async () => {
      const { id } = await rig.complain(citizen);
      await by(callers.clerkOfUnit, 'takeTicket', { ticketId: id });
      return id;
    },
    PENDING: async () => {
      const { id } = await rig.complain(citizen);
      await by(callers.clerkOfUnit, 'requestInformation', { ticketId: id, text: 'Onde?' });
      return id;
    },
    SOLVED: async () => {
      const { id } = await rig.complain(citizen);
      await by(callers.clerkOfUnit, 'solveTicket', { ticketId: id, text: 'Feito.' });
      return id;
    },
    ACCREDITATION: async () => accreditationId,
  };
  const shared: Record<string, Promise<string> | undefined> = {};
  /** Who may act gets a ticket of his own; those to be refused share one in the same state. */
  const row = (name: keyof typeof act, state: string, answers: Row['answers'], more: Record<string, unknown> = {}): Row => ({
    async send(ask, caller) {
      const id = await (answers[caller] === 'ok' ? prepared[state]?.() : (shared[state] ??= prepared[state]?.()));
      return ask(act[name], { input: { ticketId: id, ...more } });
    },
    answers,
  });
  const entities = (typeName: string, fields: string) => `query($ref: [_Any!]!) { _entities(representations: $ref) { ... on ${typeName} { ${fields} } } }`;

  const rows: Record<string, Row> = {
    'Query.services': { send: (ask) => ask(services, { municipalityId: city }), answers: { ...everybody, appWithoutScope: 'MISSING_SCOPE' } },
    'Query.service': {
      send: (ask) => ask('query($id: ID!) { service(id: $id) { id } }', { id: rig.serviceIds['complaint'] }),
      answers: { ...everybody, appWithoutScope: 'null' },
    },
    'Query.ticket': { send: (ask) => ask(readTicket, { id: ticketId }), answers: { ...unseen, citizenA: 'ok', clerkOfUnit: 'ok' } },
    'Query.myTickets': { send: (ask) => ask(myTickets), answers: { ...nobody, citizenA: 'ok', citizenB: 'empty' } },
    'Query.ticketQueue': { send: (ask) => ask(ticketQueue, { municipalityId: city, unitId: unit }), answers: { ...nobody, clerkOfUnit: 'ok' } },
    'Query.ticketSettings': {
      send: (ask) => ask('query($id: ID!) { ticketSettings(municipalityId: $id) { autoCloseDays } }', { id: city }),
      answers: { ...nobody, clerkOfUnit: 'ok', clerkOfOtherUnit: 'ok' },
    },
    'Mutation.configureService': { send: (ask) => ask(configureService, { input: complaint }), answers: nobody },
    'Mutation.configureTickets': { send: (ask) => ask(configureTickets, { input: { municipalityId: city, autoCloseDays: 7 } }), answers: nobody },
    'Mutation.createUpload': {
      send: (ask) => ask(createUpload, { input: { fileName: 'a.pdf', size: 10, mediaType: 'application/pdf', sha256: sha256(pdf('a')) } }),
      answers: { ...nobody, citizenA: 'ok', citizenB: 'ok', clerkOfUnit: 'ok', clerkOfOtherUnit: 'ok', clerkOfOtherCity: 'ok' },
    },
    'Mutation.openTicket': {
      send: (ask, caller) =>
        ask(openTicket, { input: { serviceId: rig.serviceIds[caller === 'citizenB' ? 'accreditation' : 'complaint'], answers: [{ field: 'text', value: 'Oi.' }] } }),
      answers: { ...nobody, citizenA: 'ok', citizenB: 'INVALID_INPUT' },
    },
    'Mutation.replyToTicket': row('replyToTicket', 'PENDING', byRequester, { text: 'Na esquina.' }),
    'Mutation.addFollowUp': row('addFollowUp', 'NEW', { ...byRequester, clerkOfUnit: 'ok' }, { text: 'Olá.' }),
    'Mutation.cancelTicket': row('cancelTicket', 'NEW', byRequester),
    'Mutation.approveSolution': row('approveSolution', 'SOLVED', byRequester),
    'Mutation.refuseSolution': row('refuseSolution', 'SOLVED', byRequester, { text: 'Não resolveu.' }),
    'Mutation.takeTicket': row('takeTicket', 'NEW', byClerk),
    'Mutation.assignTicket': row('assignTicket', 'NEW', byClerk, { assigneeId: 'second-clerk' }),
    'Mutation.planTicket': row('planTicket', 'ASSIGNED', byClerk, { text: 'Na sexta.' }),
    'Mutation.requestInformation': row('requestInformation', 'NEW', byClerk, { text: 'Onde?' }),
    'Mutation.approveAccreditation': row('approveAccreditation', 'ACCREDITATION', byClerk),
    'Mutation.solveTicket': row('solveTicket', 'NEW', byClerk, { text: 'Feito.' }),
    'Mutation.refuseTicket': row('refuseTicket', 'NEW', byClerk, { text: 'Não é aqui.' }),
    '_entities Service': {
      send: (ask) => ask(entities('Service', 'id name'), { ref: [{ __typename: 'Service', id: rig.serviceIds['complaint'], name: 'forged' }] }),
      answers: { ...everybody, appWithoutScope: 'null' },
    },
    // A forged representation must not bring back what it claims.
    '_entities Ticket': {
      send: (ask, caller) =>
        ask(entities('Ticket', 'id requester { id }'), { ref: [{ __typename: 'Ticket', id: ticketId, requesterId: caller, unitId: 'campinas-other', municipalityId: 'rio' }] }),
      answers: { ...unseen, citizenA: 'ok', clerkOfUnit: 'ok' },
    },
  };

  it('has a row for every operation of the schema', () => {
    const typeDefs = readTypeDefs(join(import.meta.dirname, '..', '..'));
    expect(Object.keys(rows).sort()).toEqual(operationsOf(typeDefs));
  });

  it('answers every caller as its row says', async () => {
    expect(await tryMatrix(rows, clients)).toEqual(expectedMatrix(rows));
  });

  it('lets an administrator of the city do what the clerk does, and one of another city nothing', async () => {
    const elsewhere: TokenPrincipal = { ...administrator, kind: 'staff', staffId: 'admin-rio', municipalityId: 'rio', unitIds: [], roles: ['administrator'], sessionId: 'x' };
    expect((await rig.as(administrator)<{ ticket: object | null }>(readTicket, { id: ticketId })).data?.ticket).not.toBeNull();
    expect((await rig.as(elsewhere)<{ ticket: object | null }>(readTicket, { id: ticketId })).data?.ticket).toBeNull();
    const refused = await rig.as(elsewhere)(configureService, { input: complaint });
    expect(refused.errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('gives an app on behalf of a person what the person may, within its scopes and its municipality', async () => {
    const app = (scopes: string[], municipalityId = city): TokenPrincipal => ({ kind: 'app-for-person', appId: 'app', personId: 'citizen-a', municipalityId, scopes });
    const read = async (principal: TokenPrincipal) => (await rig.as(principal)<{ ticket: object | null }>(readTicket, { id: ticketId })).data?.ticket ?? null;
    expect(await read(app(['ticket:read']))).not.toBeNull();
    expect(await read(app(['ticket:write']))).toBeNull();
    expect(await read(app(['ticket:read'], 'rio'))).toBeNull();
    const write = async (principal: TokenPrincipal) =>
      (await by(principal, 'addFollowUp', { ticketId, text: 'Pelo aplicativo.' })).errors[0]?.extensions?.['code'] ?? 'ok';
    expect(await write(app(['ticket:write']))).toBe('ok');
    expect(await write(app(['ticket:read']))).toBe('MISSING_SCOPE');
    expect(await write(app(['ticket:write'], 'rio'))).toBe('TICKET_NOT_FOUND');
    const mine = await rig.as(app(['ticket:read'], 'rio'))<{ myTickets: { totalCount: number } }>(myTickets);
    expect(mine.data?.myTickets.totalCount).toBe(0);
  });

  it('shows nothing to who represents another, as long as tickets are for natural persons only', async () => {
    const lawyer: TokenPrincipal = { kind: 'representative', personId: 'citizen-a', representedId: 'company', representationId: 'power', sessionId: 's' };
    expect((await rig.as(lawyer)<{ ticket: object | null }>(readTicket, { id: ticketId })).data?.ticket).toBeNull();
    expect((await by(lawyer, 'cancelTicket', { ticketId })).errors[0]?.extensions?.['code']).toBe('TICKET_NOT_FOUND');
  });

  it('serves files at signed addresses only, for a short time, and takes bytes at theirs only', async () => {
    interface Answer { ticket: { files: { edges: { node: { url: string } }[] } } }
    const { data } = await rig.as(citizen)<Answer>(readTicket, { id: accreditationId });
    const [first, second] = (data?.ticket.files.edges ?? []).map(({ node }) => new URL(rig.local(node.url)));
    if (first === undefined || second === undefined) throw new Error('Two files were expected');
    const status = async (url: string, init?: RequestInit) => (await fetch(url, init)).status;
    expect(await status(first.href)).toBe(200);
    expect(await status(`${first.origin}${first.pathname}`)).toBe(404);
    expect(await status(`${first.origin}${first.pathname}${second.search}`)).toBe(404);
    expect(await status(`${first.origin}/files/uploads/nothing`, { method: 'PUT', body: pdf('x') })).toBe(404);
    expect(await status(first.href, { method: 'PUT', body: pdf('x') })).toBe(405);
    rig.clock.advance({ minutes: 6 });
    expect(await status(first.href)).toBe(410);
  });

  it('stops a session that identity revoked', async () => {
    await rig.say('guiche.identity.v1.SessionRevoked', { sessionId: 'session-x', revokedAt: rig.clock.now() }, 'session-x');
    await waitFor(async () => (await rig.collection('revoked_sessions').countDocuments({ _id: 'session-x' })) === 1, { describe: 'the revoked session' });
  });
});
