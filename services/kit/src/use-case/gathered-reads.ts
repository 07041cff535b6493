import DataLoader from 'dataloader';

/** The reads of one request, so that those that ask the same of the database go to it together. */
export interface GatheredReads {
  /** Runs one read of the request. Until it is done or waits to be gathered, it may still come to ask for something. */
  during<Result>(read: () => Promise<Result>): Promise<Result>;
  /**
   * Answers in one `load` what all reads of the request ask for at this point. It is called when none of them is left
   * that may still ask, so that each costs what it would cost alone, and waits for the slowest. When several points
   * wait, that of the lowest `turn` goes first: its answers may lead to the others.
   */
  gather<Key, Value>(turn: number, load: (keys: readonly Key[]) => Promise<readonly Value[]>): (key: Key) => Promise<Value>;
}

/** Made for each request. A read never waits for another one but here, so that one of them can always go on. */
export function createGatheredReads(): GatheredReads {
  const points: { readonly turn: number; readonly send: () => void }[] = [];
  let running = 0;
  let waiting = 0;
  let isLooking = false;

  const look = (): void => {
    if (isLooking) return;
    isLooking = true;
    // After all that follows at once from the answers that are there, such as the reads of nested fields.
    setImmediate(() => {
      isLooking = false;
      if (waiting < running || points.length === 0) return;
      const next = points.reduce((first, point) => (point.turn < first.turn ? point : first));
      points.splice(points.indexOf(next), 1);
      next.send();
      look();
    });
  };

  return {
    async during(read) {
      running += 1;
      try {
        return await read();
      } finally {
        running -= 1;
        look();
      }
    },
    gather<Key, Value>(turn: number, load: (keys: readonly Key[]) => Promise<readonly Value[]>) {
      const loader = new DataLoader<Key, Value>(
        (keys) => {
          waiting -= keys.length;
          return load(keys);
        },
        { cache: false, batchScheduleFn: (send) => points.push({ turn, send }) },
      );
      return (key: Key) => {
        waiting += 1;
        look();
        return loader.load(key);
      };
    },
  };
}
