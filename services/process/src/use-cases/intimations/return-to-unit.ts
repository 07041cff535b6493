import type { Binding } from '../../domain/intimations/binding.ts';
import { latestActive } from '../../domain/petitions/destination.ts';
import { arrivedIn } from '../../domain/processes/placement.ts';
import type { Placement } from '../../domain/processes/placement.ts';
import { openedIn } from '../../domain/processes/process.ts';
import type { Process } from '../../domain/processes/process.ts';
import { placesOf } from '../petitions/places-of.ts';
import type { Ports } from '../ports.ts';

type Stores = Pick<Ports, 'processes' | 'placements' | 'units'>;

/** A process that comes back to a unit, as it has to be written. */
export interface ReturnedProcess {
  readonly before: Process;
  readonly process: Process;
  readonly placement: Placement;
}

/**
 * IN-16: the process is open and unseen in the unit that intimated, with the assignee it had. An annexed one goes on in the
 * process that it was annexed to, which comes back in its place; where the unit is closed, PT-22 says which other.
 */
export async function returnToUnit(process: Process, { unitId }: Pick<Binding, 'unitId'>, at: Date, ports: Stores): Promise<ReturnedProcess> {
  const [annexing] = process.annexedToId === null ? [] : await ports.processes.findMany([process.annexedToId]);
  const before = annexing ?? process;
  const receiving = await receivingUnit(before, unitId, ports);
  const placement = await ports.placements.find(before.id, receiving);
  return { before, process: openedIn(before, receiving), placement: arrivedIn(placement, { process: before, unitId: receiving, at }) };
}

async function receivingUnit(process: Process, unitId: string, ports: Stores): Promise<string> {
  const unit = await ports.units.find(unitId);
  if (unit?.active === true) return unitId;
  return latestActive(await placesOf(process, ports))?.unit.id ?? unitId;
}
