import type { Binding } from '../../domain/intimations/binding.ts';
import { latestActive } from '../../domain/petitions/destination.ts';
import { arrivedIn, placementId } from '../../domain/processes/placement.ts';
import type { Placement } from '../../domain/processes/placement.ts';
import { openedIn } from '../../domain/processes/process.ts';
import type { Process } from '../../domain/processes/process.ts';
import { placesOf } from '../petitions/places-of.ts';
import type { Ports } from '../ports.ts';
import { tracked } from './tracked.ts';
import type { Tracked } from './tracked.ts';

type Stores = Pick<Ports, 'processes' | 'placements' | 'units'>;

/** Processes of intimations with the places they come back to. */
export interface ReturningProcesses {
  readonly processes: Tracked<Process>;
  readonly placements: Tracked<Placement>;
  /** Once for each intimation, however many of its notices are fulfilled. */
  bringBack(binding: Binding): void;
}

/**
 * IN-16: a process is open and unseen in the unit that intimated, with the assignee it had. An annexed one goes on in the
 * process that it was annexed to, which comes back in its place; where the unit is closed, PT-22 says which other.
 */
export async function returningProcesses(bindings: readonly Binding[], at: Date, ports: Stores): Promise<ReturningProcesses> {
  const own = await ports.processes.findMany([...new Set(bindings.map(({ processId }) => processId))]);
  const annexing = await ports.processes.findMany(own.flatMap(({ annexedToId }) => annexedToId ?? []));
  const processes = tracked([...new Map([...own, ...annexing].map((process) => [process.id, process])).values()]);
  const units = await ports.units.findMany([...new Set(bindings.map(({ unitId }) => unitId))]);
  const target = (binding: Binding): Process | undefined => {
    const process = processes.get(binding.processId);
    return process.state === 'CANCELLED' ? undefined : (processes.find(process.annexedToId ?? '') ?? process);
  };
  const receiving = new Map<string, string>();
  for (const binding of bindings) {
    const process = target(binding);
    const isOpen = units.find(({ id }) => id === binding.unitId)?.active === true;
    const other = isOpen || process === undefined ? undefined : latestActive(await placesOf(process, ports));
    receiving.set(binding.id, other?.unit.id ?? binding.unitId);
  }
  const ids = bindings.map((binding) => placementId(target(binding)?.id ?? '', receiving.get(binding.id) ?? ''));
  const placements = tracked(await ports.placements.findMany([...new Set(ids)]));
  const done = new Set<string>();
  return {
    processes,
    placements,
    bringBack(binding) {
      const process = target(binding);
      const unitId = receiving.get(binding.id);
      if (process === undefined || unitId === undefined || done.has(binding.id)) return;
      done.add(binding.id);
      placements.set(arrivedIn(placements.find(placementId(process.id, unitId)), { process, unitId, at }));
      processes.set(openedIn(process, unitId));
    },
  };
}
