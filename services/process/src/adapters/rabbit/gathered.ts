interface Waiting<Item> {
  readonly item: Item;
  resolve(): void;
  reject(error: unknown): void;
}

/** Does things together that arrive together. */
export interface Gathering<Item> {
  /** Resolves once the item is done, alone or with others. */
  add(item: Item): Promise<void>;
}

/**
 * What arrives while others are being done waits for the next turn, at most `most` of one place (`placeOf`) at a time. When `together` fails for some
 * of them, each is done `alone`, so that one that cannot be done never holds up the others.
 */
export function gathered<Item>(options: { most: number; placeOf: (item: Item) => string; together: (items: readonly Item[]) => Promise<void>; alone: (item: Item) => Promise<void> }): Gathering<Item> {
  const { most, placeOf, together, alone } = options;
  const waiting: Waiting<Item>[] = [];
  let isRunning = false;

  async function settle({ item, resolve, reject }: Waiting<Item>): Promise<void> {
    await alone(item).then(resolve, reject);
  }

  /** The longest waiting, with others of its place. */
  function nextTurn(): Waiting<Item>[] {
    const [first] = waiting;
    const turn = waiting.filter(({ item }) => first !== undefined && placeOf(item) === placeOf(first.item)).slice(0, most);
    for (const one of turn) waiting.splice(waiting.indexOf(one), 1);
    return turn;
  }

  async function takeTurns(): Promise<void> {
    // What the broker has sent with the first one is here after this turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const turn = nextTurn();
      const isDone = turn.length > 1 && (await together(turn.map(({ item }) => item)).then(() => true, () => false));
      for (const one of turn) {
        if (isDone) one.resolve();
        else await settle(one);
      }
    }
    isRunning = false;
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        if (isRunning) return;
        isRunning = true;
        void takeTurns();
      }),
  };
}
