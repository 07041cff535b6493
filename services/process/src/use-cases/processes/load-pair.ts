import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import type { WorkedPair } from '../../domain/processes/worked.ts';
import type { Ports } from '../ports.ts';
import { readableProcesses } from './load-readable.ts';
import { loadWorkedProcess } from './load-worked.ts';
import type { ActInUnit } from './load-worked.ts';

/** A process, the unit that acts on it, and another process that the act is about. */
export interface ActOnPair extends ActInUnit {
  readonly otherProcessId: string;
}

/** Both as the unit has them before itself, ready to be judged. */
export async function loadPair<Input extends ActOnPair>(
  { input, actor }: { input: Input; actor: Principal },
  ports: Pick<Ports, 'processes' | 'placements' | 'units' | 'grants' | 'documentShares'>,
): Promise<WorkedPair> {
  const worked = await loadWorkedProcess(input, ports, actor);
  const [other] = await readableProcesses(await ports.processes.findMany([input.otherProcessId]), ports, actor);
  if (other === undefined) throw processErrors.PROCESS_NOT_FOUND();
  return { ...worked, other };
}
