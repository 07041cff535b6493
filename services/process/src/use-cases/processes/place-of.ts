import type { Command } from '@guiche/kit/use-case';
import type { Place } from '../../domain/processes/movement.ts';
import type { WorkedProcess } from '../../domain/processes/worked.ts';
import { authorOf } from '../author-of.ts';

/** Who acts, when and for which unit, as history keeps it. */
export function placeOf(
  { process, unit }: Pick<WorkedProcess, 'process' | 'unit'>,
  { actor, now, newId }: Pick<Command<unknown>, 'actor' | 'now' | 'newId'>,
): Place {
  return { id: newId(), processId: process.id, municipalityId: process.municipalityId, at: now, unitId: unit.id, by: authorOf(actor) };
}
