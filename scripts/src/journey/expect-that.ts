import { GraphRefusal } from '../graph/graph-client.ts';

/** Stops the story when something is not as it should be. */
export function expectThat(condition: boolean, complaint: string): asserts condition {
  if (!condition) throw new Error(complaint);
}

/** The code with which the graph refuses; complains when it does not refuse. */
export async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof GraphRefusal) return error.code;
    throw error;
  }
  throw new Error('The graph accepted what it should refuse');
}
