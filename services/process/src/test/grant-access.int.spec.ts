import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guiche/kit/testing';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import { cancelAccess, codeOf, grantAccess, startAccessRig } from './access-rig.ts';
import type { AccessRig, Terms } from './access-rig.ts';
import { clerk, person } from './rig.ts';

const titles = 'query($id: ID!) { process(id: $id) { documents(first: 50) { totalCount edges { node { title } } } } }';
const restricted = { accessLevel: 'RESTRICTED', globalLevel: 'RESTRICTED', legalHypothesis: 'Informação Pessoal' } as const;

describe('access that a unit grants', () => {
  let rig: AccessRig;
  beforeAll(async () => {
    rig = await startAccessRig({ at: '2026-03-06T12:00:00Z' });
  });
  afterAll(() => rig.stop());

  const titlesFor = async (personId: string, id: string): Promise<unknown> => {
    const answer: GraphqlAnswer<{ process: { documents: { edges: { node: { title: string } }[] } } | null }> = await rig.as(person(personId))(titles, { id });
    return answer.data?.process?.documents.edges.map(({ node }) => node.title) ?? codeOf(answer);
  };
  const cancel = (accessId: unknown, expectedVersion = 1, as = clerk) =>
    rig.as(as)(cancelAccess, { input: { accessId, reason: 'Concedido por engano', expectedVersion } });

  it('AE-01: is previewed, confirmed by the password, and opens all documents present and future until its last day', async () => {
    const process = await rig.aProcess(restricted);
    await rig.aDocument(process, { title: 'Laudo' });
    await rig.aDocument(process, { title: 'Minuta', state: 'DRAFT' });
    expect((await rig.preview({ processId: process.id })).data?.previewAccessGrant).toEqual({
      documentCount: 1, opensFutureDocuments: true, expiresOn: '2026-03-16', scope: { label: 'Integral' }, person: { id: 'bia' },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await titlesFor('bia', process.id)).toBe('PROCESS_NOT_FOUND');
    const granted = await rig.grant({ processId: process.id });
    expect(granted.data?.grantAccess).toMatchObject({ replayed: false, access: { version: 1, state: { value: 'ACTIVE' }, purpose: { value: 'EXTERNAL_USER' } } });
    await rig.aDocument(process, { title: 'Parecer' });
    expect(await titlesFor('bia', process.id)).toEqual(['Laudo', 'Parecer']);
    expect(await rig.said('guiche.process.v1.AccessGranted')).toEqual([
      { grantId: granted.data?.grantAccess.access.id, processId: process.id, processNumber: process.number, municipalityId: 'campinas', unitId: 'campinas-protocolo-geral', personId: 'bia', scope: 1, expiresOn: '2026-03-16' },
    ]);

    rig.clock.advance({ days: 10, hours: 14, minutes: 59 });
    expect(await titlesFor('bia', process.id)).toEqual(['Laudo', 'Parecer']);
    rig.clock.advance({ minutes: 1 });
    expect(await titlesFor('bia', process.id)).toBe('PROCESS_NOT_FOUND');
    rig.service.wake();
    const grants = rig.service.parts.connection.collection<{ state: string }>('grants');
    await waitFor(() => grants.findOne({ processId: process.id, state: 'EXPIRED' }), { describe: 'the grant marked as expired' });
  });

  it('AE-02: opens the chosen documents alone, whatever their level', async () => {
    const process = await rig.aProcess(restricted);
    const chosen = await rig.aDocument(process, { title: 'Escolhido' });
    await rig.aDocument(process, { title: 'Outro', accessLevel: 'PUBLIC' });
    await rig.grant({ processId: process.id, scope: 'PARTIAL', documentIds: [chosen.id] });
    await rig.aDocument(process, { title: 'Posterior' });
    expect(await titlesFor('bia', process.id)).toEqual(['Escolhido']);
  });

  it('refuses documents of another process, drafts, cancelled ones and such as do not exist, naming them', async () => {
    const process = await rig.aProcess();
    const good = await rig.aDocument(process);
    const bad = [await rig.aDocument(await rig.aProcess()), await rig.aDocument(process, { state: 'DRAFT' }), await rig.aDocument(process, { state: 'CANCELLED' })].map(({ id }) => id);
    const { errors } = await rig.preview({ processId: process.id, scope: 'PARTIAL', documentIds: [good.id, ...bad, 'none'] });
    expect(errors[0]?.extensions).toMatchObject({ code: 'ACCESS_DOCUMENTS_UNKNOWN', documentIds: [...bad, 'none'].sort().join(', ') });
  });

  it('tells everything that is wrong with the terms at once: 0 days, no reason, no documents, an address that is none', async () => {
    const process = await rig.aProcess();
    const { errors } = await rig.preview({ processId: process.id, validityDays: 0, reason: ' ', scope: 'PARTIAL', recipient: { name: 'Rui', email: 'rui@@example' } });
    const fields = (errors[0]?.extensions?.['fields'] as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`);
    expect(fields).toEqual(['recipient.email INVALID_EMAIL', 'reason REQUIRED', 'validityDays OUT_OF_RANGE', 'documentIds REQUIRED']);
  });

  it('is refused with a password typed by another, for another process, for other terms, or twice', async () => {
    const process = await rig.aProcess();
    const other = await rig.aProcess();
    const terms = { processId: process.id };
    const send = (authorization: string, change: Partial<Terms> = {}) =>
      rig.as(clerk)(grantAccess, { input: { ...rig.termsOf({ ...terms, ...change }), authorization } });
    const attacks = {
      'of another member': [await rig.authorizationFor(terms, clerk, { sub: 'other' }), {}, 'SIGNATURE_AUTHORIZATION_FOREIGN'],
      'of a person with the same id': [await rig.authorizationFor(terms, clerk, { signer: 'person' }), {}, 'SIGNATURE_AUTHORIZATION_FOREIGN'],
      'for another process': [await rig.authorizationFor(terms), { processId: other.id }, 'SIGNATURE_AUTHORIZATION_FOREIGN'],
      'of another city': [await rig.authorizationFor(terms, clerk, { municipalities: ['rio'] }), {}, 'SIGNER_NOT_RELEASED'],
      'for another person': [await rig.authorizationFor(terms), { recipient: { personId: 'caio' } }, 'ACCESS_TERMS_CHANGED'],
      'for fewer days': [await rig.authorizationFor(terms), { validityDays: 11 }, 'ACCESS_TERMS_CHANGED'],
      'for another reason': [await rig.authorizationFor(terms), { reason: 'Outro' }, 'ACCESS_TERMS_CHANGED'],
    } as const;
    for (const [name, [token, change, code]] of Object.entries(attacks)) expect([name, codeOf(await send(token, change))]).toEqual([name, code]);
    const once = await rig.authorizationFor(terms);
    expect(codeOf(await send(once))).toBeUndefined();
    expect(codeOf(await send(once))).toBe('SIGNATURE_AUTHORIZATION_USED');
  });

  it('NT-02: is refused for a unit without an e-mail address', async () => {
    const process = await rig.aProcess();
    const units = rig.service.parts.connection.collection<{ _id: string }>('units');
    await units.updateOne({ _id: 'campinas-protocolo-geral' }, { $set: { email: null } });
    expect(codeOf(await rig.preview({ processId: process.id }))).toBe('UNIT_WITHOUT_EMAIL');
    await units.updateOne({ _id: 'campinas-protocolo-geral' }, { $set: { email: 'protocolo@campinas.example' } });
  });

  it('AE-03: is cancelled by the granting unit with a reason, at once and for good, and may be granted again', async () => {
    const process = await rig.aProcess(restricted);
    await rig.aDocument(process, { title: 'Laudo' });
    const { data } = await rig.grant({ processId: process.id });
    const id = data?.grantAccess.access.id;
    expect(codeOf(await cancel(id, 7))).toBe('STALE_VERSION');
    expect(codeOf(await cancel(id, 1, { ...clerk, unitIds: ['other'] } as typeof clerk))).toBe('ACCESS_NOT_FOUND');
    expect((await cancel(id)).data).toMatchObject({ cancelAccess: { access: { version: 2, state: { value: 'CANCELLED' }, cancellationReason: 'Concedido por engano' } } });
    expect(await titlesFor('bia', process.id)).toBe('PROCESS_NOT_FOUND');
    expect(codeOf(await cancel(id, 2))).toBe('ACCESS_ALREADY_ENDED');
    expect(await rig.said('guiche.process.v1.AccessCancelled')).toMatchObject([{ grantId: id, personId: 'bia', reason: 'Concedido por engano' }]);
    await rig.grant({ processId: process.id });
    expect(await titlesFor('bia', process.id)).toEqual(['Laudo']);
  });

  it('lists active, cancelled and expired ones, and shows whom they are for only to units that have or had the process', async () => {
    const process = await rig.aProcess();
    const first = await rig.grant({ processId: process.id, validityDays: 1 });
    rig.clock.advance({ seconds: 1 });
    const second = await rig.grant({ processId: process.id, recipient: { name: 'Rui Lima', email: 'rui@example.org' }, validityDays: 30 });
    rig.clock.advance({ seconds: 1 });
    await rig.grant({ processId: process.id, validityDays: 30 });
    await cancel(second.data?.grantAccess.access.id);
    rig.clock.advance({ days: 3 });
    const list = (state?: string, as = clerk) =>
      rig.as(as)<{ processAccesses: { edges: { node: { id: string; state: { value: string }; recipientEmail: string | null } }[] } }>(
        'query($id: ID!, $state: AccessState) { processAccesses(processId: $id, state: $state) { edges { node { id state { value } recipientEmail } } } }',
        { id: process.id, state },
      );
    const states = async (state?: string) => (await list(state)).data?.processAccesses.edges.map(({ node }) => node.state.value);
    expect(await states()).toEqual(['ACTIVE', 'CANCELLED', 'EXPIRED']);
    expect(await states('ACTIVE')).toEqual(['ACTIVE']);
    expect((await list('EXPIRED')).data?.processAccesses.edges.map(({ node }) => node.id)).toEqual([first.data?.grantAccess.access.id]);
    expect(await states('CANCELLED')).toEqual(['CANCELLED']);
    expect(codeOf(await list(undefined, { ...clerk, unitIds: ['other'] } as typeof clerk))).toBe('PROCESS_NOT_FOUND');
  });
});
