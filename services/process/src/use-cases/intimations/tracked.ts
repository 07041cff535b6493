interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** Rows that are changed step by step and written once, whatever happened to them: as one version after the one they had. */
export interface Tracked<Row extends Versioned> {
  /** As it stands by now; throws for what was not read. */
  get(id: string): Row;
  find(id: string): Row | undefined;
  all(): Row[];
  set(row: Row): void;
  changed(): Row[];
}

export function tracked<Row extends Versioned>(rows: readonly Row[]): Tracked<Row> {
  const before = new Map(rows.map((row) => [row.id, row]));
  const now = new Map(before);
  return {
    get(id) {
      const row = now.get(id);
      if (row === undefined) throw new Error(`Not read: ${id}`);
      return row;
    },
    find: (id) => now.get(id),
    all: () => [...now.values()],
    set(row) {
      now.set(row.id, row);
    },
    changed() {
      return [...now.values()].flatMap((row) => {
        const first = before.get(row.id);
        return row === first ? [] : [{ ...row, version: (first?.version ?? 0) + 1 }];
      });
    },
  };
}
