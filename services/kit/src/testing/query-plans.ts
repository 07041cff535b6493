import type { Connection } from 'mongoose';

/** A command as the driver sent it. */
export type Command = Readonly<Record<string, unknown>>;

/** What MongoDB explains, of the plan that won. */
const explainable = ['find', 'aggregate', 'distinct', 'count', 'update', 'delete', 'findAndModify'] as const;
const ofTheSession = ['lsid', 'txnNumber', 'autocommit', 'startTransaction', 'readConcern', 'writeConcern', '$db', '$clusterTime', '$readPreference'];

/** The commands of a connection with `monitorCommands` and how MongoDB carries them out. */
export function queryPlans(connection: Connection) {
  const client = connection.getClient();
  const explain = async (command: Command, verbosity: 'queryPlanner' | 'executionStats' = 'queryPlanner'): Promise<unknown> => {
    const alone = Object.fromEntries(Object.entries(command).filter(([name]) => !ofTheSession.includes(name)));
    return client.db(connection.name).command({ explain: alone, verbosity });
  };
  return {
    explain,

    async commandsOf(act: () => Promise<unknown>): Promise<Command[]> {
      const commands: Command[] = [];
      const listen = ({ command }: { command: Command }): void => void commands.push(command);
      client.on('commandStarted', listen);
      await act();
      client.off('commandStarted', listen);
      return commands;
    },

    /** Of each read and change in these collections: what it was, and the stages of its plan. */
    async plansOf(commands: readonly Command[], collections: readonly string[]): Promise<{ what: string; stages: string[] }[]> {
      const plans: { what: string; stages: string[] }[] = [];
      for (const command of commands) {
        const name = explainable.find((candidate) => command[candidate] !== undefined);
        if (name === undefined || !collections.includes(String(command[name]))) continue;
        plans.push({ what: `${name} ${String(command[name])}`, stages: stagesOf(await explain(command)) });
      }
      return plans;
    },
  };
}

/** What the plan that won does; the losing ones do not matter. */
export function stagesOf(explained: unknown): string[] {
  const used: string[] = [];
  JSON.stringify(explained, (key, value: unknown) => {
    if (key === 'rejectedPlans' || key === 'command') return undefined;
    if (key === 'stage') used.push(String(value));
    if (key === '$sort') used.push(key);
    return value;
  });
  return used;
}

/** How often each collection is read by these commands, without what the machinery asks on its own. */
export function readsOf(commands: readonly Command[]): Record<string, number> {
  const reads: Record<string, number> = {};
  for (const command of commands) {
    const collection = command['find'] ?? command['aggregate'] ?? command['distinct'] ?? command['count'];
    if (typeof collection !== 'string' || machinery.includes(collection)) continue;
    reads[collection] = (reads[collection] ?? 0) + 1;
  }
  return reads;
}

const machinery = ['outbox', 'relay_lease', 'jobs', 'revoked_sessions', 'uploads'];
