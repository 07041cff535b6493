import { autoCloseOf } from '../domain/auto-close.ts';
import { errors } from '../domain/errors.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Ports } from './ports.ts';

/** When a ticket of that municipality, solved now, is closed by itself (TK-05). */
export async function closingOf(municipalityId: string, now: Date, { settings, places }: Ports): Promise<Date | 'at-once' | 'never'> {
  const municipality = await places.municipality(municipalityId);
  if (municipality === null) throw errors.MUNICIPALITY_NOT_FOUND();
  return autoCloseOf(await settings.of(municipalityId), now, municipality.timeZone);
}

/** Puts the closing of a solved ticket on the schedule, where it has a moment. */
export async function closeLater(solved: Ticket, closing: Date | 'at-once' | 'never', id: string, { schedule }: Ports): Promise<void> {
  if (!(closing instanceof Date) || solved.solution === null) return;
  await schedule.closeAt({ ticketId: solved.id, solutionId: solved.solution.id, dueAt: closing, id });
}
