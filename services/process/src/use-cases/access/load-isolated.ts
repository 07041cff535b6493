import { processErrors } from '../../domain/errors.ts';
import { stateAt } from '../../domain/access/grant.ts';
import { reachOf } from '../../domain/processes/reading.ts';
import type { IsolatedReading } from '../../domain/access/access-readings.ts';
import type { AppError } from '@guiche/kit/errors';
import type { Ports } from '../ports.ts';

/** What one grant opens to somebody without an account, judged like everybody's reading; throws `refusal` when nothing. */
export async function loadIsolated(
  grantId: string | undefined,
  now: Date,
  { grants, processes }: Pick<Ports, 'grants' | 'processes'>,
  refusal: () => AppError = processErrors.ACCESS_LINK_NOT_VALID,
): Promise<IsolatedReading> {
  const [grant] = grantId === undefined ? [] : await grants.findMany([grantId]);
  if (grant === undefined || grant.recipient === null || stateAt(grant, now) !== 'ACTIVE') throw refusal();
  const [found] = await processes.findMany([grant.processId]);
  const reader = { kind: 'isolated', grantId: grant.id } as const;
  const process = found === undefined ? undefined : { ...found, grants: [grant] };
  if (process === undefined || reachOf(reader, process).kind === 'nothing') throw refusal();
  return { reader, grant, process };
}
