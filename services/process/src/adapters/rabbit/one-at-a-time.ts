/** Runs what is about one key one after the other, and what is about others meanwhile. */
export interface Turns {
  take<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
}

/**
 * Three hundred notices of one process that fall due together would meet in its rows again and again, each time at the
 * price of a transaction. Order within this instance only spares that; what is right is decided by the versions of rows.
 */
export function oneAtATime(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take(key, work) {
      const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
      const settled = turn.catch(() => undefined).finally(() => {
        if (last.get(key) === settled) last.delete(key);
      });
      last.set(key, settled);
      return turn;
    },
  };
}
