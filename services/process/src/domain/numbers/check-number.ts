import type { Numbering } from './numbering.ts';
import { usableMasks } from './parse-mask.ts';
import { readProcessNumber } from './read-number.ts';
import type { MaskReading } from './read-number.ts';

/**
 * Whether a written number is one that the municipality gives, or gave, and which check digits would be right. It
 * looks at masks only: whether there is such a process is nobody's to learn here.
 */
export function checkNumber(numberings: readonly Numbering[], written: string): MaskReading {
  const masks = usableMasks(numberings.flatMap(({ mask, formerMasks }) => [mask, ...[...formerMasks].reverse()]));
  const readings = masks.map((mask) => readProcessNumber(mask, written));
  return readings.find(({ kind }) => kind === 'fits') ?? readings.find(({ kind }) => kind === 'wrong-check-digits') ?? { kind: 'other' };
}
