/** What has to be undone at the end, undone in the opposite order, each even when another one fails. */
export interface Closers {
  add(name: string, close: () => Promise<unknown>): void;
  closeAll(onClosing?: (name: string) => void): Promise<readonly Error[]>;
}

export function newClosers(): Closers {
  const open: { name: string; close: () => Promise<unknown> }[] = [];
  return {
    add: (name, close) => void open.push({ name, close }),
    async closeAll(onClosing) {
      const errors: Error[] = [];
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        onClosing?.(last.name);
        try {
          await last.close();
        } catch (error) {
          errors.push(new Error(`${last.name} could not be closed`, { cause: error }));
        }
      }
      return errors;
    },
  };
}
