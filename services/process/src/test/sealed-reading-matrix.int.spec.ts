import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import type { AccessLevel } from '../domain/processes/access-level.ts';
import type { AccessRig } from './access-rig.ts';
import { aGrant } from './builders.ts';
import { levels, readers, seen, startReadingWorld, titleOf } from './reading-world.ts';
import type { ReaderName, ReadingWorld } from './reading-world.ts';
import { person } from './rig.ts';

/** Everything but the draft is under an intimation with two recipients, of whom one has fulfilled. */
const sealedLetters = ['P', 'R', 'G', 'M'] as const;
const all = [...sealedLetters, 'D'];
const recipients = { pending: person('pending'), fulfilled: person('fulfilled') };
const isStaff = (reader: TokenPrincipal | undefined): boolean => reader?.kind === 'staff';

interface Node {
  readonly title: string;
  readonly content: string | null;
  readonly file: object | null;
  readonly signedFile: object | null;
  readonly withheld: { readonly value: string; readonly notice: { readonly id: string } | null } | null;
}
const fields = 'title content file { downloadUrl } signedFile { downloadUrl } withheld { value notice { id } }';

describe('IN-07: who reads what is sealed by an intimation, by level of the process', () => {
  let rig: AccessRig;
  let processes: ReadingWorld['processes'];
  let documents: ReadingWorld['documents'];
  beforeAll(async () => {
    ({ rig, processes, documents } = await startReadingWorld());
    const { connection } = rig.service.parts;
    for (const level of levels) {
      const bonds = [{ intimationId: `intimation-${level}`, number: 'INT 2026/7', sealed: true }];
      const ids = sealedLetters.map((letter) => documents[level][letter]?.id ?? '');
      await connection.collection<{ _id: string }>('documents').updateMany({ _id: { $in: ids } }, { $set: { bonds } });
      for (const [name, fulfilledAt] of [['pending', null], ['fulfilled', new Date()]] as const) {
        const entry = { intimationId: `intimation-${level}`, noticeId: `${name}-${level}`, number: 'INT 2026/7', fulfilledAt, heldUntil: null, certificateId: null };
        const { id, ...grant } = aGrant({
          id: `${name}-${level}`, processId: processes[level].id, purpose: 'INTIMATION', personId: name, documentIds: ids, intimations: [entry], expiresAt: null,
        });
        await connection.collection<{ _id: string }>('grants').insertOne({ _id: id, ...grant });
      }
    }
  });
  afterAll(() => rig.stop());

  /** What is listed, and what is shown of it: any part of the content counts. */
  const summary = (level: AccessLevel, nodes: readonly (Node | null)[]) => {
    const named = nodes.filter((node) => node !== null);
    const letters = (some: readonly Node[]): string => all.filter((letter) => some.some(({ title }) => title === titleOf(level, letter))).join('');
    const shown = named.filter(({ content, file, signedFile }) => content !== null || file !== null || signedFile !== null);
    expect(named.every(({ withheld, file }) => (withheld === null) === (file !== null))).toBe(true);
    return { listed: letters(named), shown: letters(shown), withheld: [...new Set(named.map(({ withheld }) => withheld?.value ?? 'nothing'))].join() };
  };
  const paths: Record<string, (who: TokenPrincipal | undefined, level: AccessLevel) => Promise<ReturnType<typeof summary>>> = {
    async list(who, level) {
      const { data } = await rig.as(who)<{ process: { documents: { edges: { node: Node }[] } } | null }>(
        `query($id: ID!) { process(id: $id) { documents(first: 100) { edges { node { ${fields} } } } } }`, { id: processes[level].id },
      );
      return summary(level, data?.process?.documents.edges.map(({ node }) => node) ?? []);
    },
    async references(who, level) {
      const refs = Object.values(documents[level]).map(({ id }) => ({ __typename: 'Document', id, bonds: [], state: 'SIGNED', process: { grants: [] } }));
      const { data } = await rig.as(who)<{ _entities: (Node | null)[] }>(`query($refs: [_Any!]!) { _entities(representations: $refs) { ... on Document { ${fields} } } }`, { refs });
      return summary(level, data?._entities ?? []);
    },
  };

  for (const level of levels) {
    it.each(Object.keys(readers) as ReaderName[])(`${level}: %s is listed the same as before, and shown nothing unless on the staff`, async (name) => {
      for (const [path, ask] of Object.entries(paths)) {
        const { listed, shown, withheld } = await ask(readers[name], level);
        const reader = readers[name];
        const expected = seen[name][level].replace('-', '');
        expect([path, listed]).toEqual([path, expected]);
        expect([path, shown]).toEqual([path, isStaff(reader) ? expected : '']);
        if (expected !== '') expect([path, withheld]).toEqual([path, isStaff(reader) ? 'nothing' : 'SEALED']);
      }
    });

    it(`${level}: a recipient sees what he has to confirm, and after it the content, while others are pending`, async () => {
      for (const ask of Object.values(paths)) {
        expect(await ask(recipients.pending, level)).toEqual({ listed: 'PRGM', shown: '', withheld: 'NOTICE_NOT_CONFIRMED' });
        expect(await ask(recipients.fulfilled, level)).toEqual({ listed: 'PRGM', shown: 'PRGM', withheld: 'nothing' });
      }
    });
  }

  it('the verification page and the address of another reader open nothing of it', async () => {
    for (const name of ['anonymous', 'integral', 'credentialed'] as const) {
      const code = `${'P'.charCodeAt(0).toString(16)}0`.toUpperCase().padEnd(16, '0');
      const { data } = await rig.as(readers[name])<{ documentVerification: { public: boolean; file: object | null } }>(
        'query($code: String!) { documentVerification(code: $code) { public file { downloadUrl } } }', { code },
      );
      expect(data?.documentVerification).toEqual({ public: false, file: null });
    }
  });
});
