import { nupCheckDigits } from '@guiche/kit/registry-numbers';

/** How the check digits of a process number are made. */
export type CheckKind = 'mod11' | 'mod11-executivo-federal' | 'mod97' | 'mod97-cnj' | 'mod97-cnmp' | 'mod97-federal';

/** How many digits each kind has. */
export const checkLengths: Readonly<Record<CheckKind, number>> = {
  mod11: 1,
  'mod11-executivo-federal': 2,
  mod97: 2,
  'mod97-cnj': 2,
  'mod97-cnmp': 2,
  'mod97-federal': 2,
};

/** The check digits over `base`, all digits of the number but the check digits, from left to right. */
export function checkDigits(kind: CheckKind, base: string): string {
  switch (kind) {
    case 'mod11':
      return mod11(base);
    case 'mod11-executivo-federal':
      return nupCheckDigits(base);
    case 'mod97':
    case 'mod97-cnj':
    case 'mod97-cnmp':
    case 'mod97-federal':
      return mod97(base);
  }
}

/**
 * Weights 2 to 9 from the right, over and over; 10 and 11 become 0. One digit misses about one wrong digit in fifty:
 * those that turn 10 into 11, whatever their place.
 */
function mod11(base: string): string {
  const sum = [...base].reverse().reduce((total, digit, index) => total + Number(digit) * (2 + (index % 8)), 0);
  const digit = 11 - (sum % 11);
  return String(digit >= 10 ? 0 : digit);
}

/**
 * ISO 7064 MOD 97-10: 98 - (base x 100 mod 97). It catches every single wrong digit. The CNJ (Resolução 65/2008, annex
 * VIII), the CNMP (Resolução 168/2017) and the NUP of 2014 (Portaria Interministerial 2.321/2014) use the same; what
 * differs is the order of their fields, which the mask has to keep: number-norms.ts.
 */
function mod97(base: string): string {
  return String(98n - ((BigInt(base) * 100n) % 97n)).padStart(2, '0');
}
