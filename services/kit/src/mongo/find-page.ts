import type { ClientSession, Model, PipelineStage, QueryFilter } from 'mongoose';
import { platformErrors } from '../errors/index.ts';
import type { Page, PageRequest } from '../use-case/paging.ts';
import { findLists } from './find-lists.ts';
import type { List } from './find-lists.ts';

/** Field and direction, most significant first; `_id` is added as the last one so that every order is total. */
export type Sort = readonly (readonly [field: string, direction: 1 | -1])[];

/**
 * One page of a list by an indexed sort, without skip or count. The cursor encodes the sort it was made with and is
 * refused with another (`INVALID_CURSOR`). `filter` is trusted: built by a repository, never by a client. `hint` is the
 * index that has this order, where others would fit the filter and leave MongoDB to sort.
 */
export async function findPage<Document extends { _id: string }>(
  model: Model<Document>,
  filter: QueryFilter<Document>,
  sort: Sort,
  page: PageRequest,
  session?: ClientSession,
  hint?: Readonly<Record<string, 1 | -1>>,
): Promise<Page<Document>> {
  const plan = planPage(model.schema, sort, page);
  const query = model
    .find({ $and: [filter, plan.position] } as QueryFilter<Document>)
    .sort(plan.sort)
    .limit(plan.limit)
    .lean<Document[]>();
  if (hint !== undefined) void query.hint({ ...hint });
  return plan.pageOf(await (session === undefined ? query : query.session(session)));
}

/** One page of a list, by a trusted filter. */
export interface PageOfList {
  readonly filter: object;
  readonly page: PageRequest;
  /** Drops items by what lies beside them before the page is cut; must keep their order. */
  readonly through?: readonly (PipelineStage.Lookup | PipelineStage.Match)[];
  /** Adds to each item of a page, for example by `$lookup`; must keep their number too. */
  readonly join?: readonly PipelineStage.Lookup[];
}

/**
 * Pages of several lists of one collection in one command, for a nested list of many parents; the answers are aligned
 * with the requests. Mongoose casts nothing in these filters. For `through` MongoDB reads up to 4 MB of a list ahead of
 * it, which is for short lists.
 */
export async function findPages<Document extends { _id: string }>(model: Model<Document>, requests: readonly PageOfList[], sort: Sort): Promise<Page<Document>[]> {
  return findLists<Document, Page<Document>>(model, requests.map((request) => pageOfList(model, request, sort)));
}

/** A page as one of the lists of `findLists`. */
export function pageOfList<Document extends { _id: string }>(
  model: Model<Document>,
  { filter, page, through = [], join = [] }: PageOfList,
  sort: Sort,
): List<Document, Page<Document>> {
  const plan = planPage(model.schema, sort, page);
  const stages = [{ $match: { $and: [filter, plan.position] } }, { $sort: plan.sort }, ...through, { $limit: plan.limit }, ...join];
  return { stages, answer: (found) => plan.pageOf(found) };
}

interface PagePlan {
  readonly position: object;
  readonly sort: Record<string, 1 | -1>;
  readonly limit: number;
  pageOf<Document extends object>(found: readonly Document[]): Page<Document>;
}

function planPage(schema: Kinds, sort: Sort, page: PageRequest): PagePlan {
  const order: Sort = [...sort, ['_id', sort.at(-1)?.[1] ?? 1]];
  const backward = page.direction === 'backward';
  const directed: Sort = backward ? order.map(([field, direction]) => [field, direction === 1 ? -1 : 1] as const) : order;
  return {
    position: page.cursor === undefined ? {} : after(directed, decodeCursor(schema, order, page.cursor)),
    sort: Object.fromEntries(directed),
    limit: page.size + 1,
    pageOf(found) {
      const more = found.length > page.size;
      const items = found.slice(0, page.size);
      if (backward) items.reverse();
      return {
        items,
        cursors: items.map((item) => encodeCursor(order, item)),
        hasNextPage: backward ? page.cursor !== undefined : more,
        hasPreviousPage: backward ? more : page.cursor !== undefined,
      };
    },
  };
}

type CursorValue = string | number | boolean | null | { date: number };

/** A Mongoose schema, as far as it knows the kind of each field. */
interface Kinds {
  path(field: string): { readonly instance: string } | undefined;
}

function encodeCursor(order: Sort, item: object): string {
  const values = order.map(([field]) => {
    const value: unknown = field.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], item);
    return value instanceof Date ? { date: value.getTime() } : (value ?? null);
  });
  return Buffer.from(JSON.stringify([signature(order), ...values])).toString('base64url');
}

/** Whoever made the cursor, its values are of the kinds that the fields hold, and none is an operator. */
function decodeCursor(schema: Kinds, order: Sort, cursor: string): unknown[] {
  const [sort, ...values] = parse(cursor);
  if (sort !== signature(order) || values.length !== order.length || !values.every(isCursorValue)) {
    throw platformErrors.INVALID_CURSOR();
  }
  const kinds = order.map(([field]) => schema.path(field)?.instance);
  if (!values.every((value, index) => isOfKind(value, kinds[index]))) throw platformErrors.INVALID_CURSOR();
  return values.map((value) => (typeof value === 'object' && value !== null ? new Date(value.date) : value));
}

function parse(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function isCursorValue(value: unknown): value is CursorValue {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  return typeof value === 'object' && Object.keys(value).join() === 'date' && typeof (value as { date: unknown }).date === 'number';
}

function isOfKind(value: CursorValue, kind: string | undefined): boolean {
  if (value === null) return true;
  if (typeof value === 'object') return kind === 'Date' && !Number.isNaN(new Date(value.date).getTime());
  return typeof value === kind?.toLowerCase();
}

function signature(order: Sort): string {
  return order.map(([field, direction]) => `${direction === 1 ? '+' : '-'}${field}`).join();
}

function after(order: Sort, values: readonly unknown[]): object {
  const alternatives = order.map(([field, direction], index) => ({
    ...Object.fromEntries(order.slice(0, index).map(([earlier], position) => [earlier, { $eq: values[position] }])),
    [field]: { [direction === 1 ? '$gt' : '$lt']: values[index] },
  }));
  // Says nothing that the alternatives do not, but lets the index begin at the cursor instead of at the first item.
  const [[field, direction] = ['_id', 1]] = order;
  return { [field]: { [direction === 1 ? '$gte' : '$lte']: values[0] }, $or: alternatives };
}
