import { graphClient } from '../../graph/graph-client.ts';
import type { GraphClient } from '../../graph/graph-client.ts';
import { clerkToken } from '../ready-to-approve.ts';
import type { World } from '../world.ts';

/** The training municipality of the seed, whose clock can be moved, and its one unit (OB-07). */
export const training = { municipalityId: 'treinamento', acronym: 'TREINA', unitId: 'treinamento-protocolo-geral' } as const;

/** The same world with a training user as the clerk; there the password is the user name. */
export function trainingWorld(world: World, username: string): World {
  return { ...world, clerk: { municipality: training.acronym, username, password: username } };
}

/** The client of a training user: `usuario01` administers the city, the others are clerks. */
export async function trainingStaff(world: World, username: string): Promise<GraphClient> {
  return graphClient(world.graphUrl, await clerkToken(trainingWorld(world, username)));
}
