import { v7 } from 'uuid';

/** Ids of one command: a rerun of its transaction gets the same ones in the same order. */
export interface IdSequence {
  newId(): string;
  /** Everything up to here is kept; `rewind` goes back to this point. */
  mark(): void;
  rewind(): void;
}

/** UUIDv7 in the order of making, stamped with `now`. */
export function createIdSequence(now: Date): IdSequence {
  const ids: string[] = [];
  let position = 0;
  let marked = 0;
  return {
    newId() {
      const id = ids[position] ?? v7({ msecs: now.getTime() });
      ids[position] = id;
      position += 1;
      return id;
    },
    mark() {
      marked = position;
    },
    rewind() {
      position = marked;
    },
  };
}
