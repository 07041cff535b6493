import { formatNumber } from './format-number.ts';
import type { Numbering } from './numbering.ts';
import { parseMask } from './parse-mask.ts';

/** Units beyond these are not tried: such a number is looked for whole. */
const mostUnits = 100;

/** The keys a body's process of this year and sequence may have, by its masks of now and before (PS-05). */
export function numberKeysOf(numbering: Numbering, { year, sequence }: { year: number; sequence: number }): string[] {
  const unitCodes = numbering.unitCodes.length === 0 ? [null] : numbering.unitCodes.slice(0, mostUnits).map(({ code }) => code);
  const keys = [numbering.mask, ...numbering.formerMasks].flatMap((mask) =>
    unitCodes.map((unitCode) => keyOf(mask, { year, sequence, bodyCode: numbering.bodyCode, unitCode })),
  );
  return [...new Set(keys.filter((key) => key !== undefined))];
}

/** Undefined where a mask has no such number: a sequence with too many digits, a code it wants and does not have. */
function keyOf(mask: string, facts: Parameters<typeof formatNumber>[1]): string | undefined {
  try {
    return formatNumber(parseMask(mask), facts).key;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
