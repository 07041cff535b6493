import type { Principal } from '@guiche/kit/auth';
import type { TicketAuthor } from '../../domain/ticket-entry.ts';
import type { Settlement } from '../../domain/ticket.ts';

/** An entity of another service by its key, or none. */
export function stubOf(id: string | null | undefined): { id: string } | null {
  return id == null ? null : { id };
}

const settlementLabels: Readonly<Record<Settlement['state'], string>> = {
  RUNNING: 'Em processamento',
  DONE: 'Concluído',
  FAILED: 'Não concluído',
};

export function settlementLabel(state: Settlement['state']): string {
  return settlementLabels[state];
}

/** Why an approval failed is for the staff; the requester hears of it from the clerk. */
export function failureFor(actor: Principal, failure: string | null): string | null {
  return actor.kind === 'staff' ? failure : null;
}

const authorLabels: Readonly<Record<TicketAuthor['role'], string>> = {
  REQUESTER: 'Requerente',
  STAFF: 'Atendente',
  SYSTEM: 'Sistema',
};

export function authorLabel(role: TicketAuthor['role']): string {
  return authorLabels[role];
}

export function staffOf({ role, id }: TicketAuthor): { id: string } | null {
  return role === 'STAFF' ? { id } : null;
}
