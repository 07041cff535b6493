/** Something with a place in a sequence; `key` names the sequence. */
export interface Placed {
  key: string;
  seq: number;
}

export interface AggregateLanes<Item extends Placed> {
  push(item: Item): void;
  /** Forgets waiting and held items. Those being handled go on. */
  drop(matches: (item: Item) => boolean): void;
  /** Resolves when nothing is being handled. */
  idle(): Promise<void>;
}

interface Lane<Item> {
  waiting: Item[];
  held: Map<Item, NodeJS.Timeout>;
  running: boolean;
}

/**
 * Handles items of different keys at the same time, items of one key one by one and the lowest number first. An item
 * that turns out to be early is held in memory for `holdMs`, in case its predecessor is right behind, then given to
 * `defer`.
 */
export function createAggregateLanes<Item extends Placed>(options: {
  handle(item: Item): Promise<'done' | 'early'>;
  defer(item: Item): Promise<void>;
  holdMs: number;
  /** Beyond this many held items at once, an early one is deferred at once. */
  mostHeld: number;
}): AggregateLanes<Item> {
  const lanes = new Map<string, Lane<Item>>();
  const running = new Set<Promise<void>>();
  let heldCount = 0;

  function track(work: Promise<void>): void {
    running.add(work);
    void work.finally(() => running.delete(work));
  }

  function pump(key: string, lane: Lane<Item>): void {
    if (lane.running) return;
    const item = lane.waiting.shift();
    if (item === undefined) {
      if (lane.held.size === 0) lanes.delete(key);
      return;
    }
    lane.running = true;
    track(run(key, lane, item));
  }

  async function run(key: string, lane: Lane<Item>, item: Item): Promise<void> {
    try {
      const outcome = await options.handle(item);
      if (outcome === 'early') hold(key, lane, item);
      else release(lane, item.seq + 1);
    } finally {
      lane.running = false;
      pump(key, lane);
    }
  }

  function hold(key: string, lane: Lane<Item>, item: Item): void {
    if (heldCount >= options.mostHeld) {
      track(options.defer(item));
      return;
    }
    heldCount += 1;
    const timer = setTimeout(() => {
      unhold(lane, item);
      track(options.defer(item));
      pump(key, lane);
    }, options.holdMs);
    lane.held.set(item, timer);
  }

  function unhold(lane: Lane<Item>, item: Item): void {
    clearTimeout(lane.held.get(item));
    if (lane.held.delete(item)) heldCount -= 1;
  }

  function release(lane: Lane<Item>, upTo: number): void {
    for (const item of [...lane.held.keys()]) {
      if (item.seq > upTo) continue;
      unhold(lane, item);
      insert(lane.waiting, item);
    }
  }

  return {
    push(item) {
      const lane = lanes.get(item.key) ?? { waiting: [], held: new Map<Item, NodeJS.Timeout>(), running: false };
      lanes.set(item.key, lane);
      insert(lane.waiting, item);
      pump(item.key, lane);
    },
    drop(matches) {
      for (const [key, lane] of lanes) {
        lane.waiting = lane.waiting.filter((item) => !matches(item));
        for (const item of [...lane.held.keys()]) if (matches(item)) unhold(lane, item);
        pump(key, lane);
      }
    },
    async idle() {
      while (running.size > 0) await Promise.allSettled([...running]);
    },
  };
}

function insert<Item extends Placed>(waiting: Item[], item: Item): void {
  const index = waiting.findIndex(({ seq }) => seq > item.seq);
  if (index === -1) waiting.push(item);
  else waiting.splice(index, 0, item);
}
