/** How the check digits of a process number are made; `digits` in the mask tells how many there are. */
export type CheckKind = 'mod11' | 'mod11-executivo-federal' | 'mod97';

export const checkKinds: Readonly<Record<CheckKind, { readonly length: number }>> = {
  mod11: { length: 1 },
  'mod11-executivo-federal': { length: 2 },
  mod97: { length: 2 },
};

/** The check digits over `base`, all digits of the number but the check digits, from left to right. */
export function checkDigits(kind: CheckKind, base: string): string {
  switch (kind) {
    case 'mod11':
      return mod11(base);
    case 'mod11-executivo-federal':
      return mod11ExecutivoFederal(base);
    case 'mod97':
      return mod97(base);
  }
}

/** Weights 2 to 9 from the right, over and over; 10 and 11 become 0. */
function mod11(base: string): string {
  const digit = 11 - (weightedSum(base, (index) => 2 + (index % 8)) % 11);
  return String(digit >= 10 ? 0 : digit);
}

/**
 * The NUP's two digits (Portaria Interministerial 11/2019; domain.md section 3): weights 2, 3, 4, ... from the right
 * without a cycle; 10 becomes 0, 11 becomes 1; the second digit counts the first one in.
 */
function mod11ExecutivoFederal(base: string): string {
  const first = foldedDigit(base);
  return `${first}${foldedDigit(`${base}${first}`)}`;
}

function foldedDigit(base: string): string {
  const digit = 11 - (weightedSum(base, (index) => 2 + index) % 11);
  return String(digit > 9 ? digit - 10 : digit);
}

/** ISO 7064 MOD 97-10, as CNJ (Resolução 65/2008), CNMP and the federal NUP of 2014 use it with their own masks. */
function mod97(base: string): string {
  return String(98n - ((BigInt(base) * 100n) % 97n)).padStart(2, '0');
}

function weightedSum(digits: string, weightOf: (indexFromRight: number) => number): number {
  return [...digits].reverse().reduce((sum, digit, index) => sum + Number(digit) * weightOf(index), 0);
}
