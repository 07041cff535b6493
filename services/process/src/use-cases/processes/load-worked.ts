import type { Principal } from '@guiche/kit/auth';
import type { AppError } from '@guiche/kit/errors';
import { processErrors } from '../../domain/errors.ts';
import type { WorkedProcess } from '../../domain/processes/worked.ts';
import type { Ports } from '../ports.ts';
import { readableProcesses } from './load-readable.ts';

type Stores = Pick<Ports, 'processes' | 'placements' | 'units' | 'grants' | 'documentShares'>;

/** A process, and the unit that acts on it. */
export interface ActInUnit {
  readonly processId: string;
  readonly unitId: string;
}

/**
 * A process as one unit has it before itself, ready to be judged: what every act of a unit on a process loads. `absent`
 * is what the act answers where its own object does not exist, so that a wrong unit does not tell that it does.
 */
export async function loadWorkedProcess(
  { processId, unitId }: ActInUnit,
  ports: Stores,
  actor: Principal,
  absent: () => AppError = processErrors.PROCESS_NOT_FOUND,
): Promise<WorkedProcess> {
  const [process] = await readableProcesses(await ports.processes.findMany([processId]), ports, actor);
  const [unit, placement] = [await ports.units.find(unitId), await ports.placements.find(processId, unitId)];
  if (process === undefined || unit === undefined) throw absent();
  return { process, unit, placement };
}

/** The same as the `load` of a use case. */
export function loadAct<Input extends ActInUnit>({ input, actor }: { input: Input; actor: Principal }, ports: Stores): Promise<WorkedProcess> {
  return loadWorkedProcess(input, ports, actor);
}
