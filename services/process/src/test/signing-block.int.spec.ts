import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { clerk, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { codeOf, signingDesk } from './signing-desk.ts';
import type { SeenDocument, SigningDesk } from './signing-desk.ts';
import { clerkOfRio, clerkOfSaj, clerkOfSmf, saj, secrecy, smf } from './unit-desk.ts';

const shown = 'block { id version state { value label } documentCount documents { id } offeredTo { id } returnedBy { id } }';
const tree = 'query($id: ID!) { process(id: $id) { documents { totalCount edges { node { id } } } } }';

interface Block {
  readonly id: string;
  readonly version: number;
  readonly state: { readonly value: string };
  readonly documents: readonly ({ readonly id: string } | null)[];
}

describe('signing blocks', () => {
  let rig: Rig;
  let desk: SigningDesk;
  let processId = '';
  let drafts: SeenDocument[] = [];
  let left: SeenDocument;
  beforeAll(async () => {
    rig = await startRig();
    desk = await signingDesk(rig);
    processId = (await desk.open({ typeKey: 'personnel', accessLevel: 'RESTRICTED', legalHypothesis: 'informacao-pessoal' })).id;
    drafts = [await desk.write(processId), await desk.write(processId), await desk.write(processId)];
    left = await desk.write(processId);
  });
  afterAll(() => rig.stop());

  const act = async (who: TokenPrincipal, mutation: string, input: object): Promise<{ code: string | undefined; details: Record<string, unknown>; block: Block }> => {
    rig.clock.advance({ seconds: 1 });
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await rig.as(who)<Record<string, { block: Block }>>(`mutation($input: ${type}!) { ${mutation}(input: $input) { ${shown} } }`, { input });
    return { code: codeOf(answer), details: answer.errors[0]?.extensions ?? {}, block: answer.data?.[mutation]?.block ?? ({ id: '' } as Block) };
  };
  /** What a clerk reads of the process: the ids of its documents, and whether list and count agree. */
  const readBy = async (who: TokenPrincipal, id = processId): Promise<string[] | string | undefined> => {
    const answer = await rig.as(who)<{ process: { documents: { totalCount: number; edges: { node: { id: string } }[] } } | null }>(tree, { id });
    const documents = answer.data?.process?.documents;
    if (documents === undefined) return codeOf(answer);
    expect(documents.totalCount).toBe(documents.edges.length);
    return documents.edges.map(({ node }) => node.id);
  };
  const offered = async (documents: readonly SeenDocument[], toUnitIds: string[]): Promise<Block> => {
    const { block } = await act(clerk, 'createSigningBlock', { unitId, description: 'Ofícios da semana' });
    const filled = await act(clerk, 'changeSigningBlock', { blockId: block.id, addDocumentIds: documents.map(({ id }) => id), expectedVersion: 1 });
    const answer = await act(clerk, 'offerSigningBlock', { blockId: block.id, toUnitIds, expectedVersion: filled.block.version });
    expect(answer.code).toBeUndefined();
    return answer.block;
  };

  it('let another unit read and sign exactly their documents, until it gives them back', async () => {
    expect(await readBy(clerkOfSaj)).toBe('PROCESS_NOT_FOUND');
    const block = await offered(drafts, [saj]);
    expect(block).toMatchObject({ state: { value: 'OFFERED', label: 'Disponibilizado' }, documentCount: 3, offeredTo: [{ id: saj }] });
    expect(await readBy(clerkOfSaj)).toEqual(drafts.map(({ id }) => id));
    for (const who of [clerkOfSmf, clerkOfRio]) expect(await readBy(who)).toBe('PROCESS_NOT_FOUND');
    expect((await desk.sign(clerkOfSaj, left)).code).toBe('DOCUMENT_NOT_FOUND');
    const [first] = drafts;
    if (first === undefined) throw new Error('Three drafts were written');
    expect((await desk.sign(clerkOfSaj, first)).document.signatures).toMatchObject([{ signerName: 'Nome de clerk-of-saj' }]);

    expect((await act(clerkOfSmf, 'returnSigningBlock', { blockId: block.id, unitId: smf })).code).toBe('SIGNING_BLOCK_NOT_FOUND');
    expect((await act(clerkOfSaj, 'returnSigningBlock', { blockId: block.id, unitId: saj })).block).toMatchObject({ state: { value: 'RETURNED' }, returnedBy: [{ id: saj }] });
    expect(await readBy(clerkOfSaj)).toBe('PROCESS_NOT_FOUND');
  });

  it('are signed many at once, each document by its own authorization and with its own answer', async () => {
    await offered(drafts, [saj, smf]);
    const items = drafts.map((document, index) => ({ documentId: document.id, authorization: index === 1 ? 'x' : desk.authorizationFor(clerkOfSmf, document) }));
    const sign = (who: TokenPrincipal, documents: object[]) =>
      rig.as(who)<{ signBlockDocuments: { results: { documentId: string; refusal: { code: string } | null }[] } }>(
        'mutation($input: SignBlockDocumentsInput!) { signBlockDocuments(input: $input) { results { documentId refusal { code } } } }',
        { input: { documents, acceptTerm: true, role: 'Secretário' } },
      );
    const outsider = { documentId: left.id, authorization: desk.authorizationFor(clerkOfSmf, left) };
    const answer = await sign(clerkOfSmf, [...items, outsider]);
    expect(answer.data?.signBlockDocuments.results.map(({ refusal }) => refusal?.code ?? null)).toEqual([
      null, 'SIGNATURE_AUTHORIZATION_INVALID', null, 'DOCUMENT_NOT_FOUND',
    ]);
    expect(codeOf(await sign(clerkOfSmf, []))).toBe('INVALID_INPUT');
  });

  it('take documents of the unit alone, and change neither while they are offered nor by an old version', async () => {
    const { block } = await act(clerk, 'createSigningBlock', { unitId, description: 'Outro' });
    const scan = await desk.scan(processId);
    const refused = await act(clerk, 'changeSigningBlock', { blockId: block.id, addDocumentIds: [left.id, scan.id, 'none'], expectedVersion: 1 });
    expect(refused.details).toMatchObject({ code: 'SIGNING_BLOCK_DOCUMENTS_REFUSED', documentIds: `${scan.id}, none` });
    expect((await act(clerkOfSaj, 'changeSigningBlock', { blockId: block.id, expectedVersion: 1 })).code).toBe('SIGNING_BLOCK_NOT_FOUND');
    expect((await act(clerk, 'offerSigningBlock', { blockId: block.id, toUnitIds: [saj], expectedVersion: 1 })).code).toBe('SIGNING_BLOCK_EMPTY');
    await act(clerk, 'changeSigningBlock', { blockId: block.id, addDocumentIds: [left.id], expectedVersion: 1 });
    expect((await act(clerk, 'offerSigningBlock', { blockId: block.id, toUnitIds: [saj], expectedVersion: 1 })).code).toBe('STALE_VERSION');
    expect((await act(clerk, 'offerSigningBlock', { blockId: block.id, toUnitIds: [unitId], expectedVersion: 2 })).code).toBe('SIGNING_BLOCK_UNIT_REFUSED');
    await act(clerk, 'offerSigningBlock', { blockId: block.id, toUnitIds: [saj], expectedVersion: 2 });
    expect((await act(clerk, 'changeSigningBlock', { blockId: block.id, removeDocumentIds: [left.id], expectedVersion: 3 })).code).toBe('SIGNING_BLOCK_OFFERED');
    expect((await act(clerk, 'returnSigningBlock', { blockId: block.id, unitId })).block.state.value).toBe('OPEN');
    expect((await desk.sign(clerkOfSaj, left)).code).toBe('DOCUMENT_NOT_FOUND');
  });

  it('open no secret process to whom has no credential', async () => {
    const secret = await desk.open(secrecy);
    const draft = await desk.write(secret.id);
    await offered([draft], [smf]);
    expect(await readBy(clerkOfSmf, secret.id)).toBe('PROCESS_NOT_FOUND');
    expect((await desk.sign(clerkOfSmf, draft)).code).toBe('DOCUMENT_NOT_FOUND');
  });

  it('are listed to their unit and, apart, to the units they are offered to', async () => {
    const list = async (who: TokenPrincipal, unit: string, offeredOnes: boolean): Promise<unknown> => {
      const answer = await rig.as(who)<{ signingBlocks: { edges: { node: { documentCount: number } }[] } | null }>(
        'query($unit: ID!, $offered: Boolean) { signingBlocks(unitId: $unit, offered: $offered) { edges { node { id documentCount documents { id } } } } }', { unit, offered: offeredOnes },
      );
      return answer.data?.signingBlocks?.edges.map(({ node }) => node.documentCount) ?? codeOf(answer);
    };
    expect(await list(clerk, unitId, false)).toEqual([1, 1, 3, 3]);
    expect(await list(clerkOfSaj, saj, true)).toEqual([3]);
    expect(await list(clerkOfSmf, smf, true)).toEqual([1, 3]);
    expect(await list(clerkOfSaj, saj, false)).toEqual([]);
    expect(await list(clerkOfSaj, unitId, false)).toBe('UNIT_NOT_FOUND');
  });
});
