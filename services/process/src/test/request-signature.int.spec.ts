import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeEvent, envelopeCodec } from '@guiche/contracts';
import type { EventData, EventType } from '@guiche/contracts';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { waitFor } from '@guiche/kit/testing';
import type { mongo } from 'mongoose';
import { clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { codeOf, signingDesk } from './signing-desk.ts';
import type { SeenDocument, SigningDesk } from './signing-desk.ts';
import { clerkOfSaj, secrecy } from './unit-desk.ts';

const shown = `request { id state { value label } role dueOn reason viewedAt endedAt document { id } documentNumber person { id } staffMember { id } unit { id } }`;
const mine = `query($openOnly: Boolean, $first: Int, $after: String) { mySignatureRequests(openOnly: $openOnly, first: $first, after: $after) {
  pageInfo { hasNextPage endCursor } edges { node { id state { value } documentNumber document { id } process { id } } } } }`;
const documentQuery = `query($refs: [_Any!]!) { _entities(representations: $refs) { ... on Document { id state { value } pendingSignature
  signatureRequests { state { value } person { id } } file { sha256 } } } }`;
const ana = person('ana');

interface Request {
  readonly id: string;
  readonly state: { readonly value: string };
  readonly document: { readonly id: string } | null;
}

describe('requests to sign', () => {
  let rig: Rig;
  let desk: SigningDesk;
  let processId = '';
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T12:00:00Z' });
    desk = await signingDesk(rig);
    processId = (await desk.open({ typeKey: 'personnel', accessLevel: 'RESTRICTED', legalHypothesis: 'informacao-pessoal' })).id;
    for (const personId of ['ana', 'bia', 'caio']) {
      await rig.say('guiche.identity.v1.AccreditationTermSigned', { accreditationId: `acc-${personId}`, personId, municipalityId: 'campinas' }, `acc-${personId}`);
    }
    await rig.say('guiche.identity.v1.AccreditationBlocked', { accreditationId: 'acc-caio', personId: 'caio', municipalityId: 'campinas', reasonCode: 'X' }, 'acc-caio');
    const users = rig.service.parts.connection.collection('external_users');
    await waitFor(async () => (await users.countDocuments()) === 3 && (await users.countDocuments({ released: false })) === 1, { describe: 'the projection of external users' });
  });
  afterAll(() => rig.stop());

  const act = async (who: TokenPrincipal, mutation: string, input: object): Promise<{ code: string | undefined; request: Request }> => {
    rig.clock.advance({ seconds: 1 });
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await rig.as(who)<Record<string, { request: Request }>>(`mutation($input: ${type}!) { ${mutation}(input: $input) { ${shown} } }`, { input });
    return { code: codeOf(answer), request: answer.data?.[mutation]?.request ?? ({ id: '' } as Request) };
  };
  const ask = (document: SeenDocument, changes: object = { personId: 'ana' }, who = clerk) =>
    act(who, 'requestSignature', { documentId: document.id, unitId, ...changes });
  const seenBy = async (who: TokenPrincipal, { id }: { id: string }): Promise<(SeenDocument & { signatureRequests: object[] }) | null> => {
    const answer = await rig.as(who)<{ _entities: (SeenDocument & { signatureRequests: object[] })[] }>(documentQuery, { refs: [{ __typename: 'Document', id }] });
    return answer.data?._entities[0] ?? null;
  };
  const said = async <Name extends EventType>(type: Name, requestId: string): Promise<EventData<Name>[]> => {
    const rows = await rig.service.parts.connection.collection<{ bytes: mongo.Binary }>('outbox').find({ type, aggregateId: requestId }).toArray();
    return rows.map(({ bytes }) => decodeEvent(type, envelopeCodec.decode(bytes.buffer).payload));
  };

  it('open a draft to a released person, who sees it, is asked once, and signs it', async () => {
    const draft = await desk.write(processId);
    expect(await seenBy(ana, draft)).toBeNull();
    const { request } = await ask(draft, { personId: 'ana', role: 'Interessada', dueOn: '2026-03-20' });
    expect(request).toMatchObject({ state: { value: 'REQUESTED', label: 'Solicitada' }, role: 'Interessada', dueOn: '2026-03-20', person: { id: 'ana' }, staffMember: null, unit: { id: unitId } });
    expect((await ask(draft)).code).toBe('SIGNATURE_ALREADY_REQUESTED');
    expect(await said('guiche.process.v1.SignatureRequested', request.id)).toMatchObject([{ personId: 'ana', staffMemberId: '', documentId: draft.id, unitId, dueOn: '2026-03-20' }]);
    expect(await seenBy(ana, draft)).toMatchObject({ pendingSignature: true, signatureRequests: [{ person: { id: 'ana' } }] });
    expect(await seenBy(person('bia'), draft)).toBeNull();

    expect((await desk.acts(ana, 'noteDocumentViewed', { documentId: draft.id })).code).toBeUndefined();
    expect(await seenBy(clerk, draft)).toMatchObject({ signatureRequests: [{ state: { value: 'VIEWED' } }] });
    const signed = await desk.sign(ana, draft, { role: 'Outra' });
    expect(signed.document).toMatchObject({ state: { value: 'SIGNED' }, pendingSignature: false, signatures: [{ signerName: 'Nome de ana', role: 'Interessada' }] });
    expect(await seenBy(clerk, draft)).toMatchObject({ signatureRequests: [{ state: { value: 'SIGNED' } }] });
    expect((await desk.movementsOf(processId)).slice(-2)).toEqual([expect.stringMatching(/^Solicitada assinatura/), expect.stringMatching(/assinado por Nome de ana$/)]);
  });

  it('SG-05: are for released external users and active staff alone, by the unit that made the document', async () => {
    const draft = await desk.write(processId);
    for (const personId of ['caio', 'unknown']) expect((await ask(draft, { personId })).code).toBe('PERSON_NOT_RELEASED');
    for (const staffMemberId of ['clerk-of-rio', 'unknown']) expect((await ask(draft, { staffMemberId })).code).toBe('STAFF_MEMBER_CANNOT_SIGN');
    expect((await ask(draft, {})).code).toBe('INVALID_INPUT');
    expect((await ask(draft, { personId: 'ana', methods: ['ICP_BRASIL'] })).code).toBe('SIGNATURE_METHOD_NOT_AVAILABLE');
    expect((await ask(draft, { personId: 'ana', dueOn: '2026-03-05' })).code).toBe('SIGNATURE_DUE_DATE_PAST');
    expect((await ask(draft, { personId: 'ana' }, clerkOfSaj)).code).toBe('DOCUMENT_NOT_FOUND');
    const secret = await desk.open(secrecy);
    expect((await ask(await desk.write(secret.id), { staffMemberId: 'clerk-of-saj' })).code).toBe('STAFF_MEMBER_CANNOT_SIGN');
  });

  it('open a draft of another unit to a member of the staff, who signs it; nothing else of the process', async () => {
    const draft = await desk.write(processId);
    const other = await desk.write(processId);
    await ask(draft, { staffMemberId: 'clerk-of-saj' });
    expect(await seenBy(clerkOfSaj, draft)).toMatchObject({ pendingSignature: true });
    expect(await seenBy(clerkOfSaj, other)).toBeNull();
    const listed = await rig.as(clerkOfSaj)<{ process: { documents: { totalCount: number; edges: { node: { id: string } }[] } } }>(
      'query($id: ID!) { process(id: $id) { documents { totalCount edges { node { id } } } } }', { id: processId },
    );
    expect(listed.data?.process.documents).toEqual({ totalCount: 1, edges: [{ node: { id: draft.id } }] });
    expect((await desk.sign(clerkOfSaj, draft)).document.signatures).toMatchObject([{ signerName: 'Nome de clerk-of-saj' }]);
  });

  it('are refused with a reason, or taken back: the document closes, the unit knows why, and may ask again', async () => {
    for (const [mutation, who, state] of [['refuseSignature', ana, 'REFUSED'], ['cancelSignatureRequest', clerk, 'CANCELLED']] as const) {
      const draft = await desk.write(processId);
      const { request } = await ask(draft);
      const input = { documentId: draft.id, requestId: request.id, reason: 'Dados errados', ...(who === clerk ? { unitId } : {}) };
      expect((await act(who === clerk ? clerkOfSaj : person('bia'), mutation, input)).code).toMatch(/NOT_FOUND$/);
      await act(who, mutation, input);
      expect(await seenBy(clerk, draft)).toMatchObject({ signatureRequests: [{ state: { value: state } }] });
      expect(await seenBy(ana, draft)).toBeNull();
      expect((await desk.sign(ana, draft)).code).toBe('DOCUMENT_NOT_FOUND');
      expect((await desk.movementsOf(processId)).at(-1)).toContain('Dados errados');
      expect((await said('guiche.process.v1.SignatureRefused', request.id)).length).toBe(state === 'REFUSED' ? 1 : 0);
      expect((await ask(draft)).request.state.value).toBe('REQUESTED');
      expect(await seenBy(ana, draft)).not.toBeNull();
    }
  });

  it('SG-07: are invalid once the text changes, and the document closes to whom they opened it', async () => {
    const draft = await desk.write(processId);
    await ask(draft);
    await ask(draft, { staffMemberId: 'clerk-of-saj' });
    const { version = 0 } = (await rig.service.parts.connection.collection<{ _id: string; version: number }>('documents').findOne({ _id: draft.id })) ?? {};
    await desk.acts(clerk, 'editDocument', { documentId: draft.id, unitId, content: '<p>Outro texto.</p>', expectedVersion: version });
    expect(await seenBy(clerk, draft)).toMatchObject({ signatureRequests: [{ state: { value: 'INVALIDATED' } }, { state: { value: 'INVALIDATED' } }] });
    for (const who of [ana, clerkOfSaj]) expect(await seenBy(who, draft)).toBeNull();
  });

  it('end with the document that is cancelled', async () => {
    const draft = await desk.write(processId);
    await ask(draft, { personId: 'bia' });
    expect(await seenBy(person('bia'), draft)).toMatchObject({ pendingSignature: true });
    await desk.acts(clerk, 'cancelDocument', { documentId: draft.id, unitId, reason: 'Duplicado' });
    expect(await seenBy(clerk, draft)).toMatchObject({ signatureRequests: [{ state: { value: 'CANCELLED' } }] });
    expect(await seenBy(person('bia'), draft)).toBeNull();
  });

  it('are listed to their signer, page by page, and to nobody else; the open ones apart', async () => {
    const list = (who: TokenPrincipal, variables: Record<string, unknown>) =>
      rig.as(who)<{ mySignatureRequests: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: Request }[] } }>(mine, variables);
    const all = (await list(ana, {})).data?.mySignatureRequests.edges.map(({ node }) => node) ?? [];
    expect(all.map(({ state }) => state.value)).toEqual(['INVALIDATED', 'REQUESTED', 'REQUESTED', 'SIGNED']);
    expect(all.map(({ document }) => document === null)).toEqual([true, false, false, false]);
    const first = (await list(ana, { first: 3 })).data?.mySignatureRequests;
    expect(first?.pageInfo.hasNextPage).toBe(true);
    const rest = await list(ana, { first: 3, after: first?.pageInfo.endCursor });
    expect([...(first?.edges ?? []), ...(rest.data?.mySignatureRequests.edges ?? [])].map(({ node }) => node.id)).toEqual(all.map(({ id }) => id));
    expect((await list(ana, { openOnly: true })).data?.mySignatureRequests.edges).toHaveLength(2);
    expect((await list(person('dora'), {})).data?.mySignatureRequests.edges).toEqual([]);
    expect((await list(clerkOfSaj, {})).data?.mySignatureRequests.edges).toHaveLength(2);
  });

  it('are reminded of two days before their last day, and end after it by a scheduled row, as of that instant', async () => {
    const draft = await desk.write(processId);
    const { request } = await ask(draft, { personId: 'bia', dueOn: '2026-03-18' });
    rig.clock.set('2026-03-16T11:00:00Z');
    rig.service.wake();
    await waitFor(async () => (await said('guiche.process.v1.SignatureReminderDue', request.id)).length === 1, { describe: 'the reminder' });
    rig.clock.set('2026-03-19T02:59:59Z');
    expect(await seenBy(person('bia'), draft)).toMatchObject({ pendingSignature: true });
    rig.clock.set('2026-03-19T03:00:00Z');
    expect((await desk.sign(person('bia'), draft)).code).toMatch(/SIGNATURE_NOT_REQUESTED|DOCUMENT_NOT_FOUND/);
    rig.service.wake();
    await waitFor(async () => (await said('guiche.process.v1.SignatureRequestExpired', request.id)).length === 1, { describe: 'the end of the request' });
    expect(await seenBy(clerk, draft)).toMatchObject({ signatureRequests: [{ state: { value: 'EXPIRED' } }] });
    expect(await seenBy(person('bia'), draft)).toBeNull();
    const row = await rig.service.parts.connection.collection<{ _id: string; signatureRequests: { endedAt: Date }[] }>('documents').findOne({ _id: draft.id });
    expect(row?.signatureRequests[0]?.endedAt).toEqual(new Date('2026-03-19T03:00:00Z'));
  });

  it('LW-03: the history tells other readers of the process neither who was asked nor why he refused', async () => {
    const { id } = await desk.open();
    const draft = await desk.write(id);
    const { request } = await ask(draft);
    await act(ana, 'refuseSignature', { documentId: draft.id, requestId: request.id, reason: 'Mudei de endereço' });
    const history = '{ process(id: "ID") { movements { edges { node { description by { ... on Person { id } } about { ... on Person { id } } } } } } }';
    const toldTo = async (who: TokenPrincipal) => JSON.stringify((await rig.as(who)(history.replace('ID', id))).data);
    expect(await toldTo(clerk)).toContain('"description":"Recusada a assinatura do documento');
    expect(await toldTo(clerk)).toMatch(/Mudei de endereço.*"by":{"id":"ana"}/);
    expect(await toldTo({ ...clerkOfSaj, staffId: 'somebody-else' } as TokenPrincipal)).toContain('Recusada a assinatura');
    expect(await toldTo({ ...clerkOfSaj, staffId: 'somebody-else' } as TokenPrincipal)).not.toMatch(/Mudei de endereço|"ana"/);
  });
});
