import type { Outcome } from '@guiche/kit/use-case';
import type { Change } from '../../domain/processes/change.ts';
import type { Placement } from '../../domain/processes/placement.ts';
import type { Process } from '../../domain/processes/process.ts';
import type { Ports } from '../ports.ts';

type Stores = Pick<Ports, 'processes' | 'placements' | 'movements'>;

/** What acts of units answer: which process as which unit has it. */
export interface ActResult {
  readonly processId: string;
  readonly unitId: string;
}

/** Writes what one act changed, the process first: two acts on it meet there, and the later one is decided anew. */
export async function keepChange(
  { process: before, unit }: { readonly process: Process; readonly unit: { readonly id: string } },
  change: Change,
  { processes, placements, movements }: Stores,
): Promise<Outcome<ActResult>> {
  const { id: processId, municipalityId } = before;
  const result = { processId, unitId: unit.id };
  if (change.movements.length === 0) return { result };
  // An act of many steps is one version.
  if (change.process !== before) await processes.update({ ...change.process, version: before.version + 1 });
  for (const placement of change.placements) await placements.save(placement);
  await movements.append(change.movements);
  return {
    result,
    audit: [
      { entity: { type: 'process', id: processId }, municipalityId, before: traceOf(before), after: { ...traceOf(change.process), placements: change.placements.map(placementTrace) } },
    ],
  };
}

/** Ids and states, no personal data. */
function traceOf({ state, accessLevel, openUnitIds, annexedToId, credentialedStaffIds, version }: Process): object {
  return { state, accessLevel, openUnitIds, annexedToId, credentialedStaffIds, version };
}

function placementTrace({ unitId, state, seen, assigneeId }: Placement): object {
  return { unitId, state, seen, assigneeId };
}
