import { platformErrors } from '@guiche/kit/errors';
import { errors } from '../domain/errors.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Ports } from './ports.ts';

/** A ticket on which something is done. */
export interface TicketActionInput {
  readonly ticketId: string;
  readonly expectedVersion?: number | null | undefined;
}

/** The same in the words of who does it. */
export interface TicketTextInput extends TicketActionInput {
  readonly text: string;
}

/** The ticket an input names, or the refusal. */
export async function loadTicket<Input extends { readonly ticketId: string }>(
  { input }: { input: Input },
  { tickets }: Ports,
): Promise<Ticket> {
  const ticket = await tickets.find(input.ticketId);
  if (ticket === null) throw errors.TICKET_NOT_FOUND();
  return ticket;
}

/** Refuses an edit of what somebody else changed meanwhile. */
export function mustBeFresh(current: { version: number }, expectedVersion: number | null | undefined): void {
  if (expectedVersion != null && expectedVersion !== current.version) {
    throw platformErrors.STALE_VERSION({ version: current.version });
  }
}
