import { isDue } from '../../domain/accreditation/dossier.ts';
import type { Dossier } from '../../domain/accreditation/dossier.ts';
import type { Ports } from '../ports.ts';

/** Stores a dossier that an event was added to, and puts it in line once it is complete. */
export async function saveGathered(
  before: Dossier | undefined,
  after: Dossier,
  { now, correlationId }: { now: Date; correlationId: string },
  { dossiers, schedule }: Pick<Ports, 'dossiers' | 'schedule'>,
): Promise<void> {
  if (after === before) return;
  await dossiers.save(after);
  const { ticketId, round } = after;
  if (isDue(after, round)) await schedule.openProcess({ ticketId, round, dueAt: now, correlationId });
}
