import type { CheckKind } from './check-digits.ts';

/** Where a field lies among the digits of a number without its check digits. */
interface Field {
  readonly at: number;
  readonly length: number;
}

/** What a norm that owns a kind of check digit says about the digits they are counted over. */
export interface NumberNorm {
  readonly name: string;
  /** The number as the norm writes it. */
  readonly pattern: string;
  readonly digits: number;
  readonly sequence: Field;
  readonly year: Field;
  /** After how many of the digits the check digits stand. */
  readonly checkAfter: number;
}

/** The kinds that are bound to a norm; the others go with any mask. */
export const numberNorms: Readonly<Partial<Record<CheckKind, NumberNorm>>> = {
  'mod97-cnj': {
    name: 'Resolução CNJ 65/2008',
    pattern: 'NNNNNNN-DD.AAAA.J.TR.OOOO',
    digits: 18,
    sequence: { at: 0, length: 7 },
    year: { at: 7, length: 4 },
    checkAfter: 7,
  },
  'mod97-cnmp': {
    name: 'Resolução CNMP 168/2017',
    pattern: 'TU.MP.OOOO.NNNNNNN/AAAA-DV',
    digits: 19,
    sequence: { at: 8, length: 7 },
    year: { at: 15, length: 4 },
    checkAfter: 19,
  },
  'mod97-federal': {
    name: 'Portaria Interministerial 2.321/2014',
    pattern: 'OOOOOOO.SSSSSSSS/AAAA-DD',
    digits: 19,
    sequence: { at: 7, length: 8 },
    year: { at: 15, length: 4 },
    checkAfter: 19,
  },
};
