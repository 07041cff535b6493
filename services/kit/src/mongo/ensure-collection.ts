import type { Connection } from 'mongoose';

const namespaceExists = 48;

/** Creates a collection unless it is there: creating it inside a transaction would make the first ones conflict. */
export async function ensureCollection(connection: Connection, name: string): Promise<void> {
  try {
    await connection.createCollection(name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === namespaceExists) return;
    throw error;
  }
}
