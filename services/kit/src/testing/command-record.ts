import type { mongo } from 'mongoose';

/** One write command as the driver sent it. `txnNumber` alone means a retryable write, not a transaction. */
export interface CommandRecord {
  readonly name: string;
  readonly collection: string;
  readonly txnNumber?: string;
  readonly autocommit?: boolean;
}

const writes: ReadonlySet<string> = new Set(['insert', 'update', 'delete', 'findAndModify', 'bulkWrite']);

/** What a monitored command writes: none for reads, one row per collection for a write. */
export function recordsOf({ commandName, command }: mongo.CommandStartedEvent): CommandRecord[] {
  if (!writes.has(commandName)) return [];
  return collectionsOf(commandName, command).map((collection) => ({
    name: commandName,
    collection,
    ...(command['txnNumber'] === undefined ? {} : { txnNumber: String(command['txnNumber']) }),
    ...(typeof command['autocommit'] === 'boolean' ? { autocommit: command['autocommit'] } : {}),
  }));
}

function collectionsOf(commandName: string, command: mongo.CommandStartedEvent['command']): string[] {
  if (commandName !== 'bulkWrite') return [String(command[commandName])];
  const namespaces = command['nsInfo'] as readonly { ns: string }[];
  return namespaces.map(({ ns }) => ns.slice(ns.indexOf('.') + 1));
}
