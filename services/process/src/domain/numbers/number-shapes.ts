import { numberKey } from './number-mask.ts';
import type { MaskPart } from './number-mask.ts';
import type { NumberingSettings } from './numbering.ts';
import { usableMasks } from './parse-mask.ts';

/** Stands for any digit. */
const anyDigit = '#';

/** Whether two numberings of a municipality could give the same number, formatting left aside. */
export function overlap(one: NumberingSettings, other: NumberingSettings): boolean {
  return shapesOf(one).some((shape) => shapesOf(other).some((otherShape) => canBeEqual(shape, otherShape)));
}

/** What the numbers of a numbering look like, character by character: one shape, or one for each unit's code. */
function shapesOf({ mask, bodyCode, unitCodes }: NumberingSettings): string[] {
  return usableMasks([mask]).flatMap(({ parts }) => {
    const hasUnit = parts.some(({ kind }) => kind === 'unit');
    const codes = hasUnit ? unitCodes.map(({ code }) => code) : [''];
    return codes.map((unitCode) => parts.map((part) => shapeOf(part, { bodyCode: bodyCode ?? '', unitCode })).join(''));
  });
}

function shapeOf(part: MaskPart, { bodyCode, unitCode }: { bodyCode: string; unitCode: string }): string {
  switch (part.kind) {
    case 'text':
      return numberKey(part.text);
    case 'body':
      return bodyCode.padStart(part.length, '0');
    case 'unit':
      return unitCode.padStart(part.length, '0');
    case 'year':
    case 'sequence':
    case 'check':
      return anyDigit.repeat(part.length);
  }
}

function canBeEqual(one: string, other: string): boolean {
  const digit = (character: string | undefined): boolean => character !== undefined && /[0-9#]/.test(character);
  return (
    one.length === other.length &&
    [...one].every((character, index) => {
      const opposite = other[index];
      if (character === anyDigit) return digit(opposite);
      return opposite === anyDigit ? digit(character) : opposite === character;
    })
  );
}
