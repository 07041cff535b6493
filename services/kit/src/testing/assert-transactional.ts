import type { CommandRecord } from './command-record.ts';

/**
 * Throws when a write went around the transaction: each one must carry `txnNumber` and `autocommit: false`.
 * `except` names the collections that are written alone on purpose, such as `/^(counters|jobs|uploads|fs\.)/`, or one
 * command on one, such as `/^update outbox$/` for the marks of the relay.
 */
export function assertTransactional(
  commands: readonly CommandRecord[],
  { except }: { except: readonly RegExp[] },
): void {
  const strays = commands.filter(
    ({ name, collection, txnNumber, autocommit }) =>
      !except.some((pattern) => pattern.test(collection) || pattern.test(`${name} ${collection}`)) && (txnNumber === undefined || autocommit !== false),
  );
  if (strays.length === 0) return;
  const found = new Set(strays.map(({ name, collection }) => `${name} ${collection}`));
  throw new Error(`Written outside a transaction: ${[...found].join(', ')}`);
}
