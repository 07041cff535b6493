import { platformErrors } from '@guiche/kit/errors';
import type { SearchOrder } from '../../../domain/search/search-criteria.ts';

/** Where in the results an entry stands. */
export interface SearchPosition {
  readonly tier: number;
  readonly place: string;
}

/** A cursor holds the order it was made with and is refused with another, like those of every list. */
export function encodeSearchCursor(order: SearchOrder, { tier, place }: SearchPosition): string {
  return Buffer.from(JSON.stringify([order, tier, place])).toString('base64url');
}

/** Throws `INVALID_CURSOR` for whatever was not made here for this order. */
export function decodeSearchCursor(order: SearchOrder, tiers: number, cursor: string): SearchPosition {
  const [madeFor, tier, place, ...rest] = parse(cursor);
  const isKnown = madeFor === order && typeof tier === 'number' && Number.isInteger(tier) && tier >= 0 && tier < tiers;
  if (!isKnown || typeof place !== 'string' || rest.length > 0) throw platformErrors.INVALID_CURSOR();
  return { tier, place };
}

function parse(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
