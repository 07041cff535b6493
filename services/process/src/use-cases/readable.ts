import type { Reader } from '../domain/processes/reading.ts';

/** Whose eyes a list of processes is for; `grantedIds` are the processes a person has grants in force on. */
export interface Readable {
  readonly reader: Reader;
  readonly grantedIds: readonly string[];
}
