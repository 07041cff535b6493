import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import { connectMongo } from '../mongo/index.ts';
import { recordsOf } from './command-record.ts';
import type { CommandRecord } from './command-record.ts';
import { testSetting } from './config.ts';

/** A database of its own on the real replica set, with every write command that went to it. */
export interface TestDatabase {
  readonly connection: Connection;
  /** For code that connects by itself; its commands are not recorded. */
  readonly url: string;
  /** Grows as the test runs; empty it by `commands.length = 0`. */
  readonly commands: CommandRecord[];
  /** Removes the database and closes the connection. */
  drop(): Promise<void>;
}

/** Makes an empty database with a random name on `TEST_MONGO_URL`. */
export async function testDatabase(): Promise<TestDatabase> {
  const url = withDatabase(testSetting('TEST_MONGO_URL'), `test_${randomBytes(8).toString('hex')}`);
  const connection = connectMongo(url, { appName: 'test', monitorCommands: true });
  await connection.asPromise();
  const commands = recordCommands(connection);
  return {
    connection,
    url,
    commands,
    async drop() {
      await connection.dropDatabase();
      await connection.close();
    },
  };
}

/** The same server and options, another database; credentials stay those of the `admin` database. */
export function withDatabase(url: string, name: string): string {
  const match = /^(mongodb(?:\+srv)?:\/\/)([^/?]+)(?:\/[^?]*)?(?:\?(.*))?$/.exec(url);
  const [, scheme, authority, query] = match ?? [];
  if (scheme === undefined || authority === undefined) throw new Error('TEST_MONGO_URL is not a MongoDB URL');
  const options = new URLSearchParams(query);
  if (authority.includes('@') && !options.has('authSource')) options.set('authSource', 'admin');
  return `${scheme}${authority}/${name}?${options.toString()}`;
}

/** Every write command of a connection from now on; it must have been made with `monitorCommands`. */
export function recordCommands(connection: Connection): CommandRecord[] {
  const commands: CommandRecord[] = [];
  connection.getClient().on('commandStarted', (event) => commands.push(...recordsOf(event)));
  return commands;
}
