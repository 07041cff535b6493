import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { assertTransactional, waitFor } from '@guiche/kit/testing';
import { administrator, authorize, codeOf, decide, hash, show, startSaga, writtenAside } from './saga.ts';
import type { Saga } from './saga.ts';

describe('an accreditation through its saga', () => {
  let rig: Saga;
  beforeAll(async () => {
    rig = await startSaga();
  });
  afterAll(() => rig.stop());

  it('follows its ticket: analysis, question, answer, refusal, and again', async () => {
    const { events, accreditationId } = await rig.applicant();
    await events.opened();
    await rig.becomes(accreditationId, 'UNDER_ANALYSIS');
    await events.pending();
    await rig.becomes(accreditationId, 'PENDING_DOCUMENTS');
    await events.replied();
    await rig.becomes(accreditationId, 'UNDER_ANALYSIS');
    await events.refused();
    await rig.becomes(accreditationId, 'REFUSED');
    expect((await rig.said('guiche.identity.v1.AccreditationRefused')).map((one) => one.accreditationId)).toContain(accreditationId);
  });

  it('waits for documents again when the ticket is cancelled', async () => {
    const { events, accreditationId } = await rig.applicant();
    await events.opened();
    await rig.becomes(accreditationId, 'UNDER_ANALYSIS');
    await events.cancelled();
    await rig.becomes(accreditationId, 'PENDING_DOCUMENTS');
  });

  it('lays the data for the Term ready at a signed address, with its hash', async () => {
    const one = await rig.applicant();
    await one.events.opened();
    await one.events.approved();
    await rig.becomes(one.accreditationId, 'RELEASING');
    const started = (await rig.said('guiche.identity.v1.AccreditationReleaseStarted')).find(({ ticketId }) => ticketId === one.ticketId);
    const response = await fetch(`${rig.service.url}${started?.sheet.url ?? ''}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([response.status, bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([200, started?.sheet.size, started?.sheet.sha256]);
    expect(JSON.parse(bytes.toString())).toMatchObject({
      fullName: 'Maria Aparecida Souza', email: one.email, rg: '12.345.678-9', address: { city: 'Campinas', postalCode: '13015904' }, municipality: { acronym: 'PMC' },
    });
    const bare = (started?.sheet.url ?? '').split('?')[0] ?? '';
    expect((await fetch(`${rig.service.url}${bare}`)).status).toBe(404);
    expect((await fetch(`${rig.service.url}${(started?.sheet.url ?? '').replace('aud=process', 'aud=other')}`)).status).toBe(404);
    const shown = await rig.as()(show, { id: one.accreditationId }, { token: await one.token() });
    expect(shown.data).toMatchObject({ accreditation: { state: 'UNDER_ANALYSIS', label: 'Em análise' } });
  });

  it('is released with the term due, once, however often the event comes (TK-08)', async () => {
    const one = await rig.applicant();
    for (const step of ['opened', 'approved'] as const) await one.events[step]();
    await rig.becomes(one.accreditationId, 'RELEASING');
    for (let times = 0; times < 3; times += 1) await one.events.processOpened('11111111-1111-7111-8111-111111111111');
    await rig.becomes(one.accreditationId, 'RELEASED_TERM_PENDING');
    const events = (await rig.said('guiche.identity.v1.AccreditationReleased')).filter(({ accreditationId }) => accreditationId === one.accreditationId);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ termDueOn: '2026-03-17', termDocumentId: one.termDocumentId, ticketId: one.ticketId });
    const shown = await rig.as()(show, { id: one.accreditationId }, { token: await one.token() });
    expect(shown.data).toMatchObject({
      accreditation: {
        state: 'RELEASED_TERM_PENDING', missingSteps: [{ code: 'SIGN_TERM' }], termDueOn: '2026-03-17', termDueAt: '2026-03-18T02:59:59.999Z',
        ticket: { id: one.ticketId }, process: { id: one.processId }, termDocument: { id: one.termDocumentId },
      },
    });
  });

  it('refuses the release of somebody who is not under analysis, or has no accreditation', async () => {
    const one = await rig.applicant();
    await one.events.approved();
    const reasons = async () => (await rig.said('guiche.identity.v1.AccreditationReleaseRefused')).map(({ ticketId, reasonCode }) => [ticketId, reasonCode]);
    const contains = async (ticketId: string, reason: string) => (await reasons()).some(([ticket, code]) => ticket === ticketId && code === reason);
    await waitFor(() => contains(one.ticketId, 'ACCREDITATION_HAS_ANOTHER_TICKET'), { describe: async () => JSON.stringify(await reasons()), timeoutMs: 30_000 });
    await rig.say('guiche.ticketing.v1.AccreditationApproved', {
      ticketId: 'of-nobody', municipalityId: 'campinas', personId: 'nobody', unitId: 'u', approvedBy: 'clerk', approvedAt: rig.clock.now(), files: [],
    }, 'of-nobody', 1);
    await waitFor(() => contains('of-nobody', 'ACCREDITATION_NOT_FOUND'), { describe: 'the refusal', timeoutMs: 30_000 });
  });

  it('takes the release back when the process cannot be opened, or the person is blocked meanwhile', async () => {
    const failing = await rig.applicant();
    for (const step of ['opened', 'approved'] as const) await failing.events[step]();
    await rig.becomes(failing.accreditationId, 'RELEASING');
    await failing.events.processFailed();
    await rig.becomes(failing.accreditationId, 'UNDER_ANALYSIS');

    const blocked = await rig.applicant();
    for (const step of ['opened', 'approved'] as const) await blocked.events[step]();
    await rig.becomes(blocked.accreditationId, 'RELEASING');
    const answer = await rig.as(administrator)(decide('block'), { input: { accreditationId: blocked.accreditationId, reason: 'Denúncia em apuração.' } });
    expect(answer.data).toMatchObject({ blockAccreditation: { accreditation: { state: 'BLOCKED', blockReason: 'ADMINISTRATIVE' } } });
    await blocked.events.processOpened();
    await waitFor(async () => (await rig.said('guiche.identity.v1.AccreditationReleaseRefused')).some(({ ticketId }) => ticketId === blocked.ticketId), { describe: 'the refusal', timeoutMs: 30_000 });
    expect((await rig.stored(blocked.accreditationId))?.state).toBe('BLOCKED');
  });

  it('is blocked, deactivated and restored by the administrator of its city only, on the version looked at', async () => {
    const one = await rig.released();
    const input = { accreditationId: one.accreditationId, reason: 'Denúncia em apuração.' };
    const clerk: TokenPrincipal = { ...administrator, roles: ['clerk'] };
    const elsewhere: TokenPrincipal = { ...administrator, municipalityId: 'rio' };
    for (const stranger of [clerk, elsewhere]) {
      expect(codeOf(await rig.as(stranger)(decide('block'), { input }))).toBe('ACCREDITATION_NOT_FOUND');
    }
    const ask = rig.as(administrator);
    expect(codeOf(await ask(decide('block'), { input: { ...input, expectedVersion: 1 } }))).toBe('STALE_VERSION');
    expect(codeOf(await ask(decide('block'), { input: { ...input, reason: '' } }))).toBe('INVALID_INPUT');
    expect(codeOf(await ask(decide('deactivate'), { input }))).toBe('ACCREDITATION_NOT_RELEASED');
    expect((await ask(decide('block'), { input })).errors).toEqual([]);
    expect(codeOf(await rig.as()(authorize, { input: { documentId: one.termDocumentId, sha256: hash, password: one.password } }, { token: await one.token() }))).toBe('SIGNATURE_NOT_ALLOWED');
    expect((await ask(decide('unblock'), { input })).data).toMatchObject({ unblockAccreditation: { accreditation: { state: 'RELEASED_TERM_PENDING' } } });
    await one.events.termSigned();
    await rig.becomes(one.accreditationId, 'RELEASED');
    expect((await ask(decide('deactivate'), { input })).data).toMatchObject({ deactivateAccreditation: { accreditation: { state: 'DEACTIVATED' } } });
    expect((await ask(decide('reactivate'), { input })).data).toMatchObject({ reactivateAccreditation: { accreditation: { state: 'RELEASED' } } });
    const audit = await rig.connection.collection('audit').find({ entityId: one.accreditationId, action: 'accreditation:block' }).toArray();
    expect(audit).toMatchObject([{ actor: 'staff:adm', before: 'RELEASED_TERM_PENDING', after: { state: 'BLOCKED', reason: 'Denúncia em apuração.' }, municipalityId: 'campinas' }]);
  });

  it('is kept by representations that are still active (ID-11)', async () => {
    const one = await rig.released();
    await one.events.termSigned();
    await rig.becomes(one.accreditationId, 'RELEASED');
    await rig.connection.collection<{ _id: string }>('representations').insertOne({ _id: 'r', municipalityId: 'campinas', representedId: 'x', representativeId: one.personId, active: true } as { _id: string });
    const answer = await rig.as(administrator)(decide('deactivate'), { input: { accreditationId: one.accreditationId, reason: 'A pedido.' } });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'ACCREDITATION_HAS_TIES', ties: 1 });
  });

  it('starts at one more city, once, and its staff then see the person', async () => {
    const one = await rig.applicant();
    const token = await one.token();
    const start = `mutation { startAccreditation(input: { municipalityId: "rio" }) { accreditation { id state municipality { id } } } }`;
    const first = await rig.as()(start, {}, { token });
    expect(first.data).toMatchObject({ startAccreditation: { accreditation: { state: 'PENDING_DOCUMENTS', municipality: { id: 'rio' } } } });
    expect((await rig.as()(start, {}, { token })).data).toEqual(first.data);
    const rioClerk = rig.as({ ...administrator, municipalityId: 'rio', roles: ['clerk'] });
    const look = `query($ref: [_Any!]!) { _entities(representations: $ref) { ... on Person { fullName cpf rg accreditations { edges { node { municipality { id } } } } } } }`;
    const seen = await rioClerk(look, { ref: [{ __typename: 'Person', id: one.personId }] });
    expect(seen.data).toMatchObject({ _entities: [{ fullName: 'Maria Aparecida Souza', accreditations: { edges: [{ node: { municipality: { id: 'rio' } } }] } }] });
    const unknown = await rig.as()('mutation { startAccreditation(input: { municipalityId: "nowhere" }) { replayed } }', {}, { token });
    expect(codeOf(unknown)).toBe('MUNICIPALITY_NOT_FOUND');
  });

  it('starts with the ticket of a person who is registered through another city, once, and can be released there', async () => {
    const one = await rig.applicant();
    const ticket = { ticketId: `${one.ticketId}-rio`, municipalityId: 'rio', requesterId: one.personId, serviceKey: 'accreditation', unitId: 'u' };
    const atRio = () => rig.connection.collection<{ _id: string; state: string }>('accreditations').find({ personId: one.personId, municipalityId: 'rio' }).toArray();
    for (const [seq, eventId] of [[1, '22222222-2222-7222-8222-222222222222'], [1, '22222222-2222-7222-8222-222222222222'], [2, undefined]] as const) {
      await rig.say('guiche.ticketing.v1.TicketOpened', ticket, ticket.ticketId, seq, eventId);
    }
    const heads = rig.connection.collection<{ _id: string; seq: number }>('inbox_heads');
    await waitFor(() => heads.findOne({ _id: new RegExp(`:${ticket.ticketId}$`), seq: 2 }), { describe: 'the second event', timeoutMs: 30_000 });
    const found = await atRio();
    expect(found).toMatchObject([{ state: 'UNDER_ANALYSIS', ticketId: ticket.ticketId }]);
    const accreditationId = found[0]?._id ?? '';
    const started = (await rig.said('guiche.identity.v1.AccreditationStarted')).filter((event) => event.accreditationId === accreditationId);
    expect(started).toEqual([{ accreditationId, personId: one.personId, municipalityId: 'rio' }]);
    expect(await rig.connection.collection('persons').findOne({ _id: one.personId as never })).toMatchObject({ municipalityIds: ['campinas', 'rio'] });
    await rig.say('guiche.ticketing.v1.AccreditationApproved', {
      ticketId: ticket.ticketId, municipalityId: 'rio', personId: one.personId, unitId: 'u', approvedBy: 'clerk', approvedAt: rig.clock.now(), files: [],
    }, ticket.ticketId, 3);
    await rig.becomes(accreditationId, 'RELEASING');
  });

  it('carries contact data in no event but PersonContactChanged', async () => {
    const rows = await rig.connection.collection('outbox').find({ type: { $ne: 'guiche.identity.v1.PersonContactChanged' } }).toArray();
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const text = Buffer.from((row['bytes'] as { buffer: Uint8Array }).buffer).toString('latin1');
      expect(text).not.toMatch(/exemplo\.test|19998765432/);
      expect(row['exchange']).toBe('ev.identity');
    }
    const contacts = await rig.connection.collection('outbox').distinct('exchange', { type: 'guiche.identity.v1.PersonContactChanged' });
    expect(contacts).toEqual(['ev.identity.contact']);
  });

  it('writes nothing outside a transaction', () => {
    const names = new Set(rig.writes.map(({ collection }) => collection));
    expect([...names]).toEqual(expect.arrayContaining(['persons', 'pre_registrations', 'accreditations', 'sessions', 'spent_challenges', 'outbox', 'inbox', 'audit']));
    assertTransactional(rig.writes, { except: writtenAside });
  });
});
