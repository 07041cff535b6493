import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import type { AccessLevel } from '../domain/processes/access-level.ts';
import type { AccessRig } from './access-rig.ts';
import { controlled, levels, mine, readers, released, seen, startReadingWorld, titleOf } from './reading-world.ts';
import type { ReaderName as Name, ReadingWorld } from './reading-world.ts';
import { unitId } from './rig.ts';

interface Edges<Node> {
  readonly edges: readonly { readonly node: Node }[];
}
interface Contents {
  readonly number: string;
  readonly documents: Edges<{ title: string; file: { downloadUrl: string } | null }> & { totalCount: number };
  readonly movements: Edges<{ description: string }>;
}
const contents = 'number documents(first: 100) { totalCount edges { node { title file { downloadUrl } } } } movements { edges { node { description } } }';

describe('who reads what, by level of the process', () => {
  let rig: AccessRig;
  let processes: ReadingWorld['processes'];
  let documents: ReadingWorld['documents'];

  beforeAll(async () => {
    ({ rig, processes, documents } = await startReadingWorld());
  });
  afterAll(() => rig.stop());

  const letters = (level: AccessLevel, titles: readonly string[]): string =>
    ['P', 'R', 'G', 'M', 'D'].filter((letter) => titles.includes(titleOf(level, letter))).join('');
  const openNumbers = (answer: GraphqlAnswer<Record<string, Edges<{ number: string } | { process: { number: string } }> | null>>): string[] =>
    (Object.values(answer.data ?? {})[0]?.edges ?? []).map(({ node }) => ('process' in node ? node.process.number : node.number));

  /** Each way to the process and its documents, and what comes of it for one reader. */
  const paths: Record<string, (name: Name, level: AccessLevel) => Promise<string>> = {
    async process(name, level) {
      const { data } = await rig.as(readers[name])<{ process: Contents | null }>(`query($id: ID!) { process(id: $id) { ${contents} } }`, { id: processes[level].id });
      return shown(level, data?.process);
    },
    async processByNumber(name, level) {
      const { data } = await rig.as(readers[name])<{ processByNumber: Contents | null }>(
        `query($number: String!) { processByNumber(municipalityId: "campinas", number: $number) { ${contents} } }`, { number: processes[level].number },
      );
      return shown(level, data?.processByNumber);
    },
    async 'reference to the process'(name, level) {
      const { data } = await rig.as(readers[name])<{ _entities: (Contents | null)[] }>(
        `query($refs: [_Any!]!) { _entities(representations: $refs) { ... on Process { ${contents} } } }`, { refs: [{ __typename: 'Process', id: processes[level].id }] },
      );
      return shown(level, data?._entities[0]);
    },
    async 'references to documents'(name, level) {
      const refs = Object.values(documents[level]).map(({ id }) => ({ __typename: 'Document', id, accessLevel: 'PUBLIC', state: 'SIGNED' }));
      const { data } = await rig.as(readers[name])<{ _entities: ({ title: string; file: object | null } | null)[] }>(
        'query($refs: [_Any!]!) { _entities(representations: $refs) { ... on Document { title file { downloadUrl } } } }', { refs },
      );
      const found = (data?._entities ?? []).flatMap((document) => (document === null ? [] : [document]));
      expect(found.every(({ file }) => file !== null)).toBe(true);
      return letters(level, found.map(({ title }) => title));
    },
  };

  /** List, count, file addresses and history must tell of the same documents. */
  function shown(level: AccessLevel, process: Contents | null | undefined): string {
    if (process === null || process === undefined) return '-';
    const { edges, totalCount } = process.documents;
    expect(totalCount).toBe(edges.length);
    expect(edges.filter(({ node }) => node.file === null)).toEqual([]);
    expect(JSON.stringify(process.movements)).not.toContain('Prontuário');
    return letters(level, edges.map(({ node }) => node.title));
  }

  for (const level of levels) {
    it.each(Object.keys(readers) as Name[])(`${level}: %s reads the same by every path`, async (name) => {
      const expected = seen[name][level];
      for (const [path, ask] of Object.entries(paths)) {
        const plain = path === 'references to documents' ? expected.replace('-', '') : expected;
        expect([path, await ask(name, level)]).toEqual([path, plain]);
      }
    });
  }

  it.each(Object.keys(readers) as Name[])('%s finds in the own lists what is theirs, and nothing else', async (name) => {
    const numbers = (which: readonly AccessLevel[] = []): string[] => which.map((level) => processes[level].number).sort();
    const ask = async (query: string): Promise<string[]> => openNumbers(await rig.as(readers[name])(query)).sort();
    expect(await ask('{ myProcesses { edges { node { number } } } }')).toEqual(numbers(mine[name]));
    expect(await ask('{ releasedProcesses { edges { node { number } } } }')).toEqual(numbers(released[name]));
    expect(await ask(`{ unitProcesses(unitId: "${unitId}") { edges { node { process { number } } } } }`)).toEqual(numbers(controlled[name]));
  });

  it('the verification page gives the content of public documents of public processes, whoever asks', async () => {
    for (const level of levels) {
      for (const letter of ['P', 'R']) {
        const code = `${letter.charCodeAt(0).toString(16)}${String(levels.indexOf(level))}`.toUpperCase().padEnd(16, '0');
        for (const name of ['anonymous', 'integral', 'credentialed'] as const) {
          const { data } = await rig.as(readers[name])<{ documentVerification: { public: boolean; file: object | null } }>(
            'query($code: String!) { documentVerification(code: $code) { public file { downloadUrl } } }', { code },
          );
          const open = level === 'PUBLIC' && letter === 'P';
          expect([level, letter, data?.documentVerification.public, data?.documentVerification.file !== null]).toEqual([level, letter, open, open]);
        }
      }
    }
  });

  it('no sort, cursor, filter, count or error text tells a stranger of the city a restricted title, or that a secret process is there', async () => {
    const cursor = (values: unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');
    const [secret, closed] = [processes.SECRET, processes.RESTRICTED];
    const page = (process: string, args: string) => `{ process(id: "${process}") { documents(${args}) { totalCount edges { cursor node { title } } } } }`;
    const made = [
      cursor(['+sequence,+_id', 0, '']), cursor(['+title,+_id', '', '']), cursor(['-sequence,-_id', 9999, '']), cursor(['+sequence,+_id', { $gt: 0 }, '']), 'x', '',
    ];
    const attempts = [
      ...[secret.id, closed.id].flatMap((id) => [...made.flatMap((after) => [page(id, `after: "${after}"`), page(id, `last: 5, before: "${after}"`)]), page(id, 'first: 101')]),
      `{ processByNumber(municipalityId: "campinas", number: "${secret.number}") { specification } }`,
      `{ processAccesses(processId: "${secret.id}") { edges { node { id } } } }`,
      `{ processReadLog(processId: "${secret.id}") { edges { node { reader } } } }`,
      `{ previewAccessGrant(input: { processId: "${secret.id}", unitId: "${unitId}", recipient: { personId: "x" }, reason: "x", scope: PARTIAL, documentIds: ["${documents.SECRET['R']?.id ?? ''}"], validityDays: 1 }) { documentCount } }`,
      `mutation { requestVista(input: { processId: "${secret.id}", capacity: OTHER, reason: "x" }) { request { id } } }`,
      `{ myProcesses(after: "${cursor(['-openedAt,-_id', { date: 9e12 }, 'z'])}") { edges { node { number } } } }`,
      `{ releasedProcesses(after: "${cursor(['-openedAt,-_id', { date: 9e12 }, 'z'])}") { edges { node { number } } } }`,
    ];
    for (const name of ['stranger', 'otherUnit', 'otherCity', 'anonymous', 'app', 'appOfOtherCity'] as const) {
      for (const attempt of attempts) {
        const { data, errors } = await rig.as(readers[name])(attempt);
        const absent = await rig.as(readers[name])(attempt.replaceAll(secret.id, 'none').replaceAll(closed.id, 'none').replaceAll(secret.number, 'PMC.0'));
        const told = JSON.stringify([data, errors.map(({ message, extensions }) => [message, extensions?.['code'], extensions?.['kind']])]);
        const toldOfNothing = JSON.stringify([absent.data, absent.errors.map(({ message, extensions }) => [message, extensions?.['code'], extensions?.['kind']])]);
        expect([name, attempt, told]).toEqual([name, attempt, toldOfNothing]);
        expect(told).not.toMatch(/Prontuário|Assunto|totalCount/);
      }
    }
  });

  it('a reader of some documents learns neither titles nor number of the others', async () => {
    const ask = (args: string) =>
      rig.as(readers.partial)<{ process: Contents }>(`{ process(id: "${processes.RESTRICTED.id}") { ${contents.replace('first: 100', args)} } }`);
    for (const args of ['first: 1', 'last: 1', 'first: 100']) {
      const { data } = await ask(args);
      expect(data?.process.documents).toMatchObject({ totalCount: 1, edges: [{ node: { title: titleOf('RESTRICTED', 'G') } }] });
    }
    for (const sequence of [0, 1, 100, 10_000]) {
      const after = Buffer.from(JSON.stringify(['+sequence,+_id', sequence, ''])).toString('base64url');
      expect(JSON.stringify((await ask(`first: 100, after: "${after}"`)).data ?? '')).not.toMatch(/RESTRICTED-[PRMD]/);
    }
  });
});
