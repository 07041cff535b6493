import type { Command, Outcome } from '@guiche/kit/use-case';
import type { Movement, Place } from '../../domain/processes/movement.ts';
import type { Process } from '../../domain/processes/process.ts';
import type { WorkedProcess } from '../../domain/processes/worked.ts';
import type { Ports } from '../ports.ts';
import type { ActResult } from './keep-change.ts';
import { placeOf } from './place-of.ts';

/** Notes a relation that came or went in the history of both processes. */
export async function keepRelation(
  { process, unit }: WorkedProcess,
  other: Process,
  moved: (place: Place, other: { id: string }) => Movement,
  { movements, ...command }: Pick<Ports, 'movements'> & Pick<Command<unknown>, 'actor' | 'now' | 'newId'>,
): Promise<Outcome<ActResult>> {
  const { id: processId, municipalityId } = process;
  const here = moved(placeOf({ process, unit }, command), other);
  await movements.append([here, moved({ ...here, id: command.newId(), processId: other.id }, process)]);
  return {
    result: { processId, unitId: unit.id },
    audit: [{ entity: { type: 'process', id: processId }, municipalityId, before: null, after: { act: here.kind, otherProcessId: other.id } }],
  };
}
