import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Schema } from 'mongoose';
import type { Model } from 'mongoose';
import { testDatabase } from '../testing/index.ts';
import type { TestDatabase } from '../testing/index.ts';
import { findPage, findPages } from './index.ts';

interface Leaf {
  _id: string;
  tree: string;
  position: number;
  plantedAt: Date;
}

describe('findPages', () => {
  let database: TestDatabase;
  let leaves: Model<Leaf>;

  beforeAll(async () => {
    database = await testDatabase();
    leaves = database.connection.model('leaf', new Schema<Leaf>({ _id: String, tree: String, position: Number, plantedAt: Date }), 'leaves');
    const rows = ['a', 'b', 'c'].flatMap((tree) => [1, 2, 3].map((position) => ({ _id: `${tree}${position}`, tree, position, plantedAt: new Date(position) })));
    await leaves.insertMany(rows);
  });

  afterAll(() => database.drop());

  it('gives each list its own page, in one command, aligned with the requests', async () => {
    const page = { size: 2, direction: 'forward' as const, cursor: undefined };
    const [b, a, none] = await findPages(
      leaves,
      [
        { filter: { tree: 'b' }, page },
        { filter: { tree: 'a' }, page: { ...page, direction: 'backward' } },
        { filter: { tree: 'z' }, page },
      ],
      [['position', 1]],
    );
    expect(b?.items.map(({ _id }) => _id)).toEqual(['b1', 'b2']);
    expect(b?.hasNextPage).toBe(true);
    expect(a?.items.map(({ _id }) => _id)).toEqual(['a2', 'a3']);
    expect(none?.items).toEqual([]);

    const next = await findPages(leaves, [{ filter: { tree: 'b' }, page: { ...page, cursor: b?.cursors[1] } }], [['position', 1]]);
    expect(next[0]?.items.map(({ _id }) => _id)).toEqual(['b3']);
  });

  it('goes by the index it is told, and by no other', async () => {
    await leaves.collection.createIndex({ tree: 1, position: 1, _id: 1 });
    const page = { size: 1, direction: 'forward' as const, cursor: undefined };
    const found = await findPage(leaves, { tree: 'b' }, [['position', 1]], page, undefined, { tree: 1, position: 1, _id: 1 });
    expect(found.items.map(({ _id }) => _id)).toEqual(['b1']);
    await expect(findPage(leaves, { tree: 'b' }, [['position', 1]], page, undefined, { position: -1 })).rejects.toThrow(/hint/);
  });

  it('cuts the page after dropping what lies beside the items forbids, so that a page is never short', async () => {
    const beside = { $lookup: { from: 'hidden_leaves', localField: '_id', foreignField: '_id', as: 'hidden' } };
    await database.connection.collection<{ _id: string }>('hidden_leaves').insertMany([{ _id: 'a1' }, { _id: 'a3' }]);
    const page = { size: 1, direction: 'forward' as const, cursor: undefined };
    const through = [beside, { $match: { hidden: { $size: 0 } } }];
    const [found] = await findPages(leaves, [{ filter: { tree: 'a' }, page, through }], [['position', 1]]);
    expect(found?.items.map(({ _id }) => _id)).toEqual(['a2']);
    expect(found?.hasNextPage).toBe(false);
  });

  it.each<[string, unknown[]]>([
    ['an instant that does not exist', ['+plantedAt,+_id', { date: 1e300 }, 'a1']],
    ['a text in place of an instant', ['+plantedAt,+_id', 'yesterday', 'a1']],
    ['an operator', ['+plantedAt,+_id', { $gt: '' }, 'a1']],
    ['an operator beside an instant', ['+plantedAt,+_id', { date: 0, $ne: 1 }, 'a1']],
    ['a list', ['+plantedAt,+_id', [], 'a1']],
    ['another sort', ['-plantedAt,-_id', { date: 0 }, 'a1']],
    ['nothing', []],
  ])('refuses a cursor made by hand with %s', async (_what, values) => {
    const cursor = Buffer.from(JSON.stringify(values).replace('1e+300', '1e400')).toString('base64url');
    const page = { size: 2, direction: 'forward' as const, cursor };
    await expect(findPage(leaves, { tree: 'a' }, [['plantedAt', 1]], page)).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
    await expect(findPages(leaves, [{ filter: { tree: 'a' }, page }], [['plantedAt', 1]])).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
  });
});
