import { createHash } from 'node:crypto';

const timeDigits = 9;
const base = 32;

/**
 * A text that sorts by date; the hash makes it another one for each entry. Short, because the index repeats it for every
 * term.
 */
export function entryPlace(date: Date, entryId: string): string {
  return `${timePlace(date)}${createHash('sha256').update(entryId).digest('hex').slice(0, 12)}`;
}

/** Comes before the places of this instant, and after those of all earlier ones. */
export function timePlace(date: Date): string {
  return Math.max(0, date.getTime()).toString(base).padStart(timeDigits, '0');
}
