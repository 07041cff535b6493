import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { assertTransactional, waitFor } from '@guiche/kit/testing';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { DocumentSigned_Method } from '@guiche/contracts';
import { cpfOf } from './builders.ts';
import { startRig } from './rig.ts';

const administrator: TokenPrincipal = {
  kind: 'staff', staffId: 'adm', municipalityId: 'campinas', unitIds: [], roles: ['administrator'], sessionId: 'adm-session',
};
const authorize = `mutation($input: AuthorizeSignatureInput!) { authorizeSignature(input: $input) { authorization expiresAt replayed } }`;
const decide = (verb: string) => `mutation($input: ChangeAccreditationInput!) { ${verb}Accreditation(input: $input) { replayed accreditation { id state blockReason version } } }`;
const show = `query($id: ID!) { accreditation(id: $id) { state label blockReason missingSteps { code } termDueOn termDueAt termSignedAt ticket { id } process { id } termDocument { id } } }`;
const hash = 'ab'.repeat(32);

describe('an accreditation through its saga', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  let number = 0;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-02T12:00:00Z' });
  });
  afterAll(() => rig.stop());

  const codeOf = (answer: { errors: readonly { extensions?: Record<string, unknown> }[] }): unknown => answer.errors[0]?.extensions?.['code'];
  const stored = (id: string) => rig.connection.collection<{ _id: string; state: string }>('accreditations').findOne({ _id: id });
  const becomes = (id: string, state: string) =>
    waitFor(async () => (await stored(id))?.state === state, { describe: async () => `${state}, is ${String((await stored(id))?.state)}`, timeoutMs: 30_000 });

  /** Somebody with a ticket, and the events of that ticket, of the process and of the term. */
  const applicant = async () => {
    number += 1;
    const ticketId = `ticket-${String(number)}`;
    const processId = `process-${String(number)}`;
    const termDocumentId = `term-${String(number)}`;
    const person = await rig.register({ cpf: cpfOf(number), email: `pessoa${String(number)}@exemplo.test` });
    const { personId, accreditationId } = person;
    const ticket = { ticketId, municipalityId: 'campinas', requesterId: personId };
    let seq = 0;
    const next = (): number => (seq += 1);
    const events = {
      opened: () => rig.say('guiche.ticketing.v1.TicketOpened', { ...ticket, serviceKey: 'accreditation', unitId: 'campinas-protocolo-geral' }, ticketId, next()),
      assigned: () => rig.say('guiche.ticketing.v1.TicketAssigned', { ticketId, assigneeId: 'clerk' }, ticketId, next()),
      pending: () => rig.say('guiche.ticketing.v1.TicketPending', { ticketId, requesterId: personId, reason: 'ilegível' }, ticketId, next()),
      replied: () => rig.say('guiche.ticketing.v1.TicketReplied', { ticketId, requesterId: personId }, ticketId, next()),
      refused: () => rig.say('guiche.ticketing.v1.TicketRefused', { ...ticket, reason: 'não confere' }, ticketId, next()),
      cancelled: () => rig.say('guiche.ticketing.v1.TicketCancelled', ticket, ticketId, next()),
      approved: () =>
        rig.say('guiche.ticketing.v1.AccreditationApproved', {
          ticketId, municipalityId: 'campinas', personId, unitId: 'campinas-protocolo-geral', approvedBy: 'clerk', approvedAt: rig.clock.now(), files: [],
        }, ticketId, next()),
      processOpened: (eventId?: string) =>
        rig.say('guiche.process.v1.AccreditationProcessOpened', {
          processId, processNumber: 'PMC.2026.00000001-00', municipalityId: 'campinas', personId, ticketId, accreditationId,
          openedAt: rig.clock.now(), termDocumentId, termSha256: hash,
        }, processId, 1, eventId),
      processFailed: () =>
        rig.say('guiche.process.v1.AccreditationProcessFailed', { ticketId, accreditationId, municipalityId: 'campinas', personId, reasonCode: 'FILE_HASH_MISMATCH', detail: '' }, ticketId, 1),
      termSigned: (signerId = personId, documentId = termDocumentId) =>
        rig.say('guiche.process.v1.DocumentSigned', {
          documentId, processId, municipalityId: 'campinas', signerId, signedAt: rig.clock.now(), sha256: hash, method: DocumentSigned_Method.PASSWORD, ticketId,
        }, documentId, 1),
    };
    const token = async (): Promise<string> => (await rig.openSession(person.email, person.password)).accessToken;
    return { ...person, ticketId, processId, termDocumentId, events, token };
  };

  /** Up to the term that waits for the signature. */
  const released = async () => {
    const one = await applicant();
    for (const step of ['opened', 'assigned', 'approved'] as const) await one.events[step]();
    await becomes(one.accreditationId, 'RELEASING');
    await one.events.processOpened();
    await becomes(one.accreditationId, 'RELEASED_TERM_PENDING');
    return one;
  };

  /** Ticket, approval, process and signed term at any city. */
  const releaseFully = async (one: { ticketId: string; municipalityId: string; personId: string; accreditationId: string }) => {
    const { ticketId, municipalityId, personId, accreditationId } = one;
    const [processId, documentId, at] = [`process-of-${ticketId}`, `term-of-${ticketId}`, rig.clock.now()];
    await rig.say('guiche.ticketing.v1.TicketOpened', { ticketId, municipalityId, requesterId: personId, serviceKey: 'accreditation', unitId: 'u' }, ticketId, 1);
    await rig.say('guiche.ticketing.v1.AccreditationApproved', { ticketId, municipalityId, personId, unitId: 'u', approvedBy: 'clerk', approvedAt: at, files: [] }, ticketId, 2);
    await becomes(accreditationId, 'RELEASING');
    await rig.say('guiche.process.v1.AccreditationProcessOpened', {
      processId, processNumber: 'RIO.2026.00000001-00', municipalityId, personId, ticketId, accreditationId, openedAt: at, termDocumentId: documentId, termSha256: hash,
    }, processId, 1);
    await becomes(accreditationId, 'RELEASED_TERM_PENDING');
    await rig.say('guiche.process.v1.DocumentSigned', {
      documentId, processId, municipalityId, signerId: personId, signedAt: at, sha256: hash, method: DocumentSigned_Method.PASSWORD, ticketId,
    }, documentId, 1);
    await becomes(accreditationId, 'RELEASED');
  };

  it('follows its ticket: analysis, question, answer, refusal, and again', async () => {
    const { events, accreditationId } = await applicant();
    await events.opened();
    await becomes(accreditationId, 'UNDER_ANALYSIS');
    await events.pending();
    await becomes(accreditationId, 'PENDING_DOCUMENTS');
    await events.replied();
    await becomes(accreditationId, 'UNDER_ANALYSIS');
    await events.refused();
    await becomes(accreditationId, 'REFUSED');
    expect((await rig.said('guiche.identity.v1.AccreditationRefused')).map((one) => one.accreditationId)).toContain(accreditationId);
  });

  it('waits for documents again when the ticket is cancelled', async () => {
    const { events, accreditationId } = await applicant();
    await events.opened();
    await becomes(accreditationId, 'UNDER_ANALYSIS');
    await events.cancelled();
    await becomes(accreditationId, 'PENDING_DOCUMENTS');
  });

  it('lays the data for the Term ready at a signed address, with its hash', async () => {
    const one = await applicant();
    await one.events.opened();
    await one.events.approved();
    await becomes(one.accreditationId, 'RELEASING');
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
    const one = await applicant();
    for (const step of ['opened', 'approved'] as const) await one.events[step]();
    await becomes(one.accreditationId, 'RELEASING');
    for (let times = 0; times < 3; times += 1) await one.events.processOpened('11111111-1111-7111-8111-111111111111');
    await becomes(one.accreditationId, 'RELEASED_TERM_PENDING');
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
    const one = await applicant();
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
    const failing = await applicant();
    for (const step of ['opened', 'approved'] as const) await failing.events[step]();
    await becomes(failing.accreditationId, 'RELEASING');
    await failing.events.processFailed();
    await becomes(failing.accreditationId, 'UNDER_ANALYSIS');

    const blocked = await applicant();
    for (const step of ['opened', 'approved'] as const) await blocked.events[step]();
    await becomes(blocked.accreditationId, 'RELEASING');
    const answer = await rig.as(administrator)(decide('block'), { input: { accreditationId: blocked.accreditationId, reason: 'Denúncia em apuração.' } });
    expect(answer.data).toMatchObject({ blockAccreditation: { accreditation: { state: 'BLOCKED', blockReason: 'ADMINISTRATIVE' } } });
    await blocked.events.processOpened();
    await waitFor(async () => (await rig.said('guiche.identity.v1.AccreditationReleaseRefused')).some(({ ticketId }) => ticketId === blocked.ticketId), { describe: 'the refusal', timeoutMs: 30_000 });
    expect((await stored(blocked.accreditationId))?.state).toBe('BLOCKED');
  });

  it('authorises only the term until it is signed, for this content, once, for five minutes (SG-03)', async () => {
    const one = await released();
    const token = await one.token();
    const input = { documentId: one.termDocumentId, sha256: hash, password: one.password, role: 'Requerente' };
    const ask = (change: object) => rig.as()<{ authorizeSignature: { authorization: string; replayed: boolean } }>(authorize, { input: { ...input, ...change } }, { token });
    const granted = await ask({ idempotencyKey: 'authorize-1' });
    expect(granted.errors).toEqual([]);
    const claims = jwt.verify(granted.data?.authorizeSignature.authorization ?? '', rig.keys.publicKey, {
      algorithms: ['ES256'], audience: 'process', issuer: rig.issuer, complete: true, clockTimestamp: rig.clock.now().getTime() / 1000,
    });
    expect(claims.header).toMatchObject({ typ: 'signature-authorization+jwt', kid: rig.keys.kid });
    expect(claims.payload).toMatchObject({ sub: one.personId, signer: 'person', document_id: one.termDocumentId, municipalities: ['campinas'], sha256: hash, name: 'Maria Aparecida Souza', role: 'Requerente' });
    const { exp = 0, iat = 0 } = claims.payload as { exp?: number; iat?: number };
    expect(exp - iat).toBe(300);
    const replay = await ask({ idempotencyKey: 'authorize-1' });
    expect(jwt.decode(replay.data?.authorizeSignature.authorization ?? '')).toEqual(claims.payload);

    expect(codeOf(await ask({ documentId: 'other-document' }))).toBe('SIGNATURE_NOT_ALLOWED');
    expect(codeOf(await ask({ sha256: 'AB'.repeat(32) }))).toBe('INVALID_INPUT');
    const codes: unknown[] = [];
    for (let round = 0; round < 6; round += 1) codes.push(codeOf(await ask({ password: 'Errada-123' })));
    expect(codes).toEqual([...Array<string>(5).fill('WRONG_PASSWORD'), 'TOO_MANY_REQUESTS']);
    // The authorisation is no access token.
    expect((await rig.as()('{ me { id } }', {}, { token: granted.data?.authorizeSignature.authorization ?? '' })).status).toBe(401);
  });

  it('is fully released by the signature of its own person on the term (ID-08)', async () => {
    const one = await released();
    await one.events.termSigned('somebody-else', one.termDocumentId);
    const other = await released();
    await other.events.termSigned();
    await becomes(other.accreditationId, 'RELEASED');
    expect((await stored(one.accreditationId))?.state).toBe('RELEASED_TERM_PENDING');
    expect((await rig.said('guiche.identity.v1.AccreditationTermSigned')).map(({ accreditationId }) => accreditationId)).toContain(other.accreditationId);
    const waiting = await rig.connection.collection('jobs').countDocuments({ 'data.accreditationId': other.accreditationId, state: 'waiting' });
    expect(waiting).toBe(0);
    const asked = await rig.as()(authorize, { input: { documentId: 'any-document', sha256: hash, password: other.password } }, { token: await other.token() });
    expect(asked.errors).toEqual([]);
  });

  it('at one city authorises nothing at another, where the person is blocked (ID-08)', async () => {
    const one = await released();
    const token = await one.token();
    const started = await rig.as()<{ startAccreditation: { accreditation: { id: string } } }>(
      'mutation { startAccreditation(input: { municipalityId: "rio" }) { accreditation { id } } }', {}, { token },
    );
    const atRio = { ticketId: `${one.ticketId}-rio`, municipalityId: 'rio', accreditationId: started.data?.startAccreditation.accreditation.id ?? '' };
    await releaseFully({ ...atRio, personId: one.personId });
    const input = { accreditationId: one.accreditationId, reason: 'Denúncia em apuração.' };
    expect((await rig.as(administrator)(decide('block'), { input })).errors).toEqual([]);
    const granted = await rig.as()<{ authorizeSignature: { authorization: string } }>(
      authorize, { input: { documentId: 'document-of-campinas', sha256: hash, password: one.password } }, { token },
    );
    expect(jwt.decode(granted.data?.authorizeSignature.authorization ?? '')).toMatchObject({ municipalities: ['rio'] });
  });

  it('is blocked, deactivated and restored by the administrator of its city only, on the version looked at', async () => {
    const one = await released();
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
    await becomes(one.accreditationId, 'RELEASED');
    expect((await ask(decide('deactivate'), { input })).data).toMatchObject({ deactivateAccreditation: { accreditation: { state: 'DEACTIVATED' } } });
    expect((await ask(decide('reactivate'), { input })).data).toMatchObject({ reactivateAccreditation: { accreditation: { state: 'RELEASED' } } });
    const audit = await rig.connection.collection('audit').find({ entityId: one.accreditationId, action: 'accreditation:block' }).toArray();
    expect(audit).toMatchObject([{ actor: 'staff:adm', before: 'RELEASED_TERM_PENDING', after: { state: 'BLOCKED', reason: 'Denúncia em apuração.' }, municipalityId: 'campinas' }]);
  });

  it('is kept by representations that are still active (ID-11)', async () => {
    const one = await released();
    await one.events.termSigned();
    await becomes(one.accreditationId, 'RELEASED');
    await rig.connection.collection<{ _id: string }>('representations').insertOne({ _id: 'r', municipalityId: 'campinas', representedId: 'x', representativeId: one.personId, active: true } as { _id: string });
    const answer = await rig.as(administrator)(decide('deactivate'), { input: { accreditationId: one.accreditationId, reason: 'A pedido.' } });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'ACCREDITATION_HAS_TIES', ties: 1 });
  });

  it('starts at one more city, once, and its staff then see the person', async () => {
    const one = await applicant();
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
    const one = await applicant();
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
    await becomes(accreditationId, 'RELEASING');
  });

  it('reminds of the term, blocks it the day after its last one, and signing lifts that (scenario 2)', async () => {
    const one = await released();
    const reminders = async () => (await rig.said('guiche.identity.v1.AccreditationTermReminderDue')).filter(({ accreditationId }) => accreditationId === one.accreditationId).map(({ daysLeft }) => daysLeft);
    rig.clock.set('2026-03-07T12:00:01Z');
    rig.service.wake();
    await waitFor(async () => (await reminders()).length === 1, { describe: 'the first reminder', timeoutMs: 30_000 });
    rig.clock.set('2026-03-18T02:59:59.999Z');
    rig.service.wake();
    await waitFor(async () => (await reminders()).join() === '10,5,1', { describe: async () => (await reminders()).join(), timeoutMs: 30_000 });
    expect((await stored(one.accreditationId))?.state).toBe('RELEASED_TERM_PENDING');
    // Two days late: the job blocks by the date of its row.
    rig.clock.set('2026-03-20T12:00:00Z');
    rig.service.wake();
    await becomes(one.accreditationId, 'BLOCKED');
    expect((await rig.said('guiche.identity.v1.AccreditationBlocked')).find(({ accreditationId }) => accreditationId === one.accreditationId)?.reasonCode).toBe('TERM_NOT_SIGNED');
    const token = await one.token();
    const shown = await rig.as()(show, { id: one.accreditationId }, { token });
    expect(shown.data).toMatchObject({ accreditation: { state: 'BLOCKED', blockReason: 'TERM', missingSteps: [{ code: 'SIGN_TERM' }] } });
    expect((await rig.as()(authorize, { input: { documentId: one.termDocumentId, sha256: hash, password: one.password } }, { token })).errors).toEqual([]);
    await one.events.termSigned();
    await becomes(one.accreditationId, 'RELEASED');
  });

  it('carries contact data in no event but PersonContactChanged', async () => {
    const rows = await rig.connection.collection('outbox').find({ type: { $ne: 'guiche.identity.v1.PersonContactChanged' } }).toArray();
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const text = Buffer.from((row['bytes'] as { buffer: Uint8Array }).buffer).toString('latin1');
      expect(text).not.toMatch(/exemplo\.test|19998765432|Aparecida/);
      expect(row['exchange']).toBe('ev.identity');
    }
    const contacts = await rig.connection.collection('outbox').distinct('exchange', { type: 'guiche.identity.v1.PersonContactChanged' });
    expect(contacts).toEqual(['ev.identity.contact']);
  });

  it('writes nothing outside a transaction', () => {
    const names = new Set(rig.writes.map(({ collection }) => collection));
    expect([...names]).toEqual(expect.arrayContaining(['persons', 'pre_registrations', 'accreditations', 'sessions', 'spent_challenges', 'outbox', 'inbox', 'audit', 'idempotency']));
    assertTransactional(rig.writes, { except: [/(counters|jobs|uploads|relay_lease|files\.(files|chunks)|throttles|representations)$/, /^update outbox$/] });
  });
});
