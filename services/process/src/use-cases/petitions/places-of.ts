import type { PlaceInUnit } from '../../domain/petitions/destination.ts';
import type { Process } from '../../domain/processes/process.ts';
import type { Ports } from '../ports.ts';

/** The units where a process is or was, with what is known of them. */
export async function placesOf({ id }: Pick<Process, 'id'>, { placements, units }: Pick<Ports, 'placements' | 'units'>): Promise<PlaceInUnit[]> {
  const all = await placements.ofProcess(id);
  const found = new Map((await units.findMany(all.map(({ unitId }) => unitId))).map((unit) => [unit.id, unit]));
  return all.flatMap((placement) => {
    const unit = found.get(placement.unitId);
    return unit === undefined ? [] : [{ placement, unit }];
  });
}
