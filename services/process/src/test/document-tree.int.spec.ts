import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guiche/kit/testing';
import { aDocument } from './builders.ts';
import { clerk, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { clerkOfSmf, unitDesk } from './unit-desk.ts';

const documents = 1_000;
interface Answer {
  readonly process: {
    readonly documents: { readonly totalCount: number; readonly edges: readonly { readonly node: { readonly title: string } }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } };
  } | null;
}
interface Started {
  readonly commandName: string;
  readonly command: Record<string, unknown>;
}

describe('a process of a thousand documents', () => {
  let rig: Rig;
  let processId = '';
  const commands: Started[] = [];
  beforeAll(async () => {
    rig = await startRig();
    ({ id: processId } = await (await unitDesk(rig)).open());
    const { connection } = rig.service.parts;
    const rows = Array.from({ length: documents }, (_, index) => {
      const { id: _id, ...document } = aDocument({
        processId, unitId, sequence: 1_000 + index, number: String(1_000 + index), state: index % 3 === 0 ? 'DRAFT' : 'SIGNED', accessLevel: index % 2 === 0 ? 'PUBLIC' : 'RESTRICTED',
        typeKey: index % 4 === 0 ? 'despacho' : 'oficio', title: `${index % 4 === 0 ? 'Decisão' : 'Ofício'} ${String(index)}`, petitionId: index % 10 === 0 ? 'petition' : null,
      });
      return { _id: `document-${String(index)}`, ...document };
    });
    await connection.collection<{ _id: string }>('documents').insertMany(rows);
    const waiting = () => connection.collection('jobs').countDocuments({ kind: /^index-/, state: 'waiting' });
    await waitFor(async () => (await waiting()) === 0, { describe: 'nothing left to index', timeoutMs: 60_000 });
    connection.getClient().on('commandStarted', ({ commandName, command }) => commands.push({ commandName, command: command }));
  });
  afterAll(() => rig.stop());

  const page = async (variables: object, as = clerk, fields = '') => {
    const { data, errors } = await rig.as(as)<Answer>(
      `query($id: ID!, $filter: DocumentFilterInput, $newestFirst: Boolean, $first: Int, $after: String) { process(id: $id) {
        documents(filter: $filter, newestFirst: $newestFirst, first: $first, after: $after) { ${fields} edges { node { title } } pageInfo { hasNextPage endCursor } } } }`,
      { id: processId, ...variables },
    );
    return { list: data?.process?.documents, code: errors[0]?.extensions?.['code'] };
  };
  const ofReading = ['processes', 'documents', 'grants', 'document_shares', 'document_contents'];
  /** Of the request; what the service does meanwhile is left out. */
  const reads = (): string[] =>
    commands.map(({ commandName, command }) => String(command[commandName])).filter((collection) => ofReading.includes(collection));

  it('is read to its end in pages, each with the same few queries', async () => {
    const titles: string[] = [];
    const costs = new Set<string>();
    for (let after: string | null = null, more = true; more; ) {
      commands.length = 0;
      const { list } = await page({ first: 100, after });
      costs.add(reads().sort().join());
      titles.push(...(list?.edges ?? []).map(({ node }) => node.title));
      more = list?.pageInfo.hasNextPage ?? false;
      after = list?.pageInfo.endCursor ?? null;
    }
    expect([titles.length, new Set(titles).size]).toEqual([documents, documents]);
    expect(titles.slice(0, 2)).toEqual(['Decisão 0', 'Ofício 1']);
    expect([...costs]).toEqual(['document_shares,documents,processes']);
  });

  it.each<[string, object, number]>([
    ['type', { typeKeys: ['despacho'] }, 250],
    ['state', { states: ['DRAFT'] }, 334],
    ['title, without its accents', { title: 'decisao 1' }, 27],
    ['petition', { byPetition: true }, 100],
    ['all of it', { typeKeys: ['despacho'], states: ['SIGNED'], title: 'DECISÃO', byPetition: false }, 133],
    ['nothing that was said', { title: null, states: null }, documents],
  ])('is filtered by %s, by an index and without sorting', async (_name, filter, count) => {
    commands.length = 0;
    const { list } = await page({ filter, first: 50 }, clerk, 'totalCount');
    expect(list?.totalCount).toBe(count);
    const [read] = commands.filter(({ commandName, command }) => commandName === 'aggregate' && command['aggregate'] === 'documents' && JSON.stringify(command).includes('$limit'));
    const plan = JSON.stringify(
      await rig.service.parts.connection.db?.command({ explain: { aggregate: 'documents', pipeline: read?.command['pipeline'], cursor: {} }, verbosity: 'queryPlanner' }),
    );
    const winning = plan.split('"rejectedPlans"')[0] ?? '';
    expect([winning.includes('IXSCAN'), winning.includes('COLLSCAN')]).toEqual([true, false]);
    expect(winning).not.toContain('"stage":"SORT"');
  });

  it('is listed from its end, where a cursor of the other order is refused', async () => {
    const { list } = await page({ newestFirst: true, first: 2 });
    expect(list?.edges.map(({ node }) => node.title)).toEqual(['Ofício 999', 'Ofício 998']);
    expect((await page({ newestFirst: true, first: 2, after: list?.pageInfo.endCursor })).list?.edges[0]?.node.title).toBe('Ofício 997');
    expect((await page({ first: 2, after: list?.pageInfo.endCursor })).code).toBe('INVALID_CURSOR');
    expect((await page({ first: 101 })).code).toBe('INVALID_PAGE_SIZE');
    expect((await page({ filter: { title: 'x'.repeat(101) } })).code).toBe('INVALID_INPUT');
  });

  it('tells other units nothing by its filters of what they may not read', async () => {
    const seen = async (filter: object) => (await page({ filter }, clerkOfSmf, 'totalCount')).list?.totalCount;
    expect(await seen({ title: 'Ofício 501' })).toBe(0);
    expect(await seen({ states: ['DRAFT'] })).toBe(0);
    expect(await seen({ title: 'Decisão 4' })).toBeGreaterThan(0);
  });
});
