import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { assertTransactional, waitFor } from '@guiche/kit/testing';
import { administrator, authorize, codeOf, decide, hash, show, startSaga, writtenAside } from './saga.ts';
import type { Saga } from './saga.ts';

describe('an accreditation up to its signed term', () => {
  let rig: Saga;
  beforeAll(async () => {
    rig = await startSaga();
  });
  afterAll(() => rig.stop());

  it('authorises only the term until it is signed, for this content, once, for five minutes (SG-03)', async () => {
    const one = await rig.released();
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
    const one = await rig.released();
    await one.events.termSigned('somebody-else', one.termDocumentId);
    const other = await rig.released();
    await other.events.termSigned();
    await rig.becomes(other.accreditationId, 'RELEASED');
    expect((await rig.stored(one.accreditationId))?.state).toBe('RELEASED_TERM_PENDING');
    const signed = (await rig.said('guiche.identity.v1.AccreditationTermSigned')).map(({ accreditationId, personName }) => ({ accreditationId, personName }));
    expect(signed).toContainEqual({ accreditationId: other.accreditationId, personName: 'Maria Aparecida Souza' });
    const waiting = await rig.connection.collection('jobs').countDocuments({ 'data.accreditationId': other.accreditationId, state: 'waiting' });
    expect(waiting).toBe(0);
    const asked = await rig.as()(authorize, { input: { documentId: 'any-document', sha256: hash, password: other.password } }, { token: await other.token() });
    expect(asked.errors).toEqual([]);
  });

  it('at one city authorises nothing at another, where the person is blocked (ID-08)', async () => {
    const one = await rig.released();
    const token = await one.token();
    const started = await rig.as()<{ startAccreditation: { accreditation: { id: string } } }>(
      'mutation { startAccreditation(input: { municipalityId: "rio" }) { accreditation { id } } }', {}, { token },
    );
    const atRio = { ticketId: `${one.ticketId}-rio`, municipalityId: 'rio', accreditationId: started.data?.startAccreditation.accreditation.id ?? '' };
    await rig.releaseFully({ ...atRio, personId: one.personId });
    const input = { accreditationId: one.accreditationId, reason: 'Denúncia em apuração.' };
    expect((await rig.as(administrator)(decide('block'), { input })).errors).toEqual([]);
    const granted = await rig.as()<{ authorizeSignature: { authorization: string } }>(
      authorize, { input: { documentId: 'document-of-campinas', sha256: hash, password: one.password } }, { token },
    );
    expect(jwt.decode(granted.data?.authorizeSignature.authorization ?? '')).toMatchObject({ municipalities: ['rio'] });
  });

  it('reminds of the term, blocks it the day after its last one, and signing lifts that (scenario 2)', async () => {
    const one = await rig.released();
    const reminders = async () => (await rig.said('guiche.identity.v1.AccreditationTermReminderDue')).filter(({ accreditationId }) => accreditationId === one.accreditationId).map(({ daysLeft }) => daysLeft);
    rig.clock.set('2026-03-07T12:00:01Z');
    rig.service.wake();
    await waitFor(async () => (await reminders()).length === 1, { describe: 'the first reminder', timeoutMs: 30_000 });
    rig.clock.set('2026-03-18T02:59:59.999Z');
    rig.service.wake();
    await waitFor(async () => (await reminders()).join() === '10,5,1', { describe: async () => (await reminders()).join(), timeoutMs: 30_000 });
    expect((await rig.stored(one.accreditationId))?.state).toBe('RELEASED_TERM_PENDING');
    // Two days late: the job blocks by the date of its row.
    rig.clock.set('2026-03-20T12:00:00Z');
    rig.service.wake();
    await rig.becomes(one.accreditationId, 'BLOCKED');
    expect((await rig.said('guiche.identity.v1.AccreditationBlocked')).find(({ accreditationId }) => accreditationId === one.accreditationId)?.reasonCode).toBe('TERM_NOT_SIGNED');
    const token = await one.token();
    const shown = await rig.as()(show, { id: one.accreditationId }, { token });
    expect(shown.data).toMatchObject({ accreditation: { state: 'BLOCKED', blockReason: 'TERM', missingSteps: [{ code: 'SIGN_TERM' }] } });
    expect((await rig.as()(authorize, { input: { documentId: one.termDocumentId, sha256: hash, password: one.password } }, { token })).errors).toEqual([]);
    await one.events.termSigned();
    await rig.becomes(one.accreditationId, 'RELEASED');
  });

  it('writes nothing outside a transaction', () => {
    expect(rig.writes.map(({ collection }) => collection)).toEqual(expect.arrayContaining(['accreditations', 'outbox', 'inbox', 'audit', 'idempotency']));
    assertTransactional(rig.writes, { except: writtenAside });
  });
});
