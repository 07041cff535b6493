const marks = /\p{M}/gu;

/** What two names have in common when they differ by case, accents and spaces alone: names of types are unique by it. */
export function nameKey(name: string): string {
  return name.normalize('NFKD').replace(marks, '').toLowerCase().trim().replace(/\s+/gu, ' ');
}

/** A type's name, IN-02 and IN-03. */
export const nameLimit = 70;
