import { configure } from '../domain/catalogue.ts';
import type { CityService, ServiceDefinition } from '../domain/catalogue.ts';
import type { TicketAuthor } from '../domain/ticket-entry.ts';
import type { TicketStatus } from '../domain/ticket-status.ts';
import { openTicket } from '../domain/ticket.ts';
import type { Act, Settlement, Solution, Ticket } from '../domain/ticket.ts';

export const now = new Date('2026-03-02T12:00:00Z');
export const citizen: TicketAuthor = { role: 'REQUESTER', id: 'citizen' };
export const clerk: TicketAuthor = { role: 'STAFF', id: 'clerk' };
export const system: TicketAuthor = { role: 'SYSTEM', id: 'accreditation-saga' };

/** An act of that author; with a text where one is written. */
export function actBy(by: TicketAuthor, text = ''): Act {
  return { by, at: now, entryId: `entry-of-${by.id}`, text };
}

/** A service with a form of one text, unless told. */
export function aService(definition: Partial<ServiceDefinition> = {}): CityService {
  const whole: ServiceDefinition = {
    municipalityId: 'campinas',
    key: 'complaint',
    name: 'Reclamação',
    description: '',
    guidance: '',
    categoryPath: ['Serviços'],
    unitId: 'pg',
    fields: [{ key: 'text', label: 'O que aconteceu', kind: 'TEXT' }],
    ...definition,
  };
  return configure(whole, { id: `service-${whole.key}`, previous: null });
}

const solution: Solution = { id: 's', number: 1, kind: 'ANSWERED', text: 'Feito.', solvedAt: now, solvedBy: 'clerk', acceptance: 'WAITING' };
const settlement: Settlement = { id: 'attempt', state: 'RUNNING', startedAt: now, endedAt: null, approvedBy: 'clerk', text: 'Atendida.', failure: null };

/** A ticket in that status, as it would have come there; other fields as told. */
export function aTicket(status: TicketStatus, change: Partial<Ticket> = {}, service = aService()): Ticket {
  const given = { id: 'ticket', number: '2026-000001', queuePath: ['Campinas', 'Cidadão', 'PG'], requesterId: 'citizen', answers: [] };
  const { state } = openTicket(service, given, actBy(citizen));
  const withStaff = status !== 'NEW' && status !== 'CANCELLED';
  return {
    ...state,
    status,
    touched: withStaff,
    assigneeId: withStaff ? 'clerk' : null,
    pendingReason: status === 'PENDING' ? 'Falta um documento.' : null,
    solution: status === 'SOLVED' || status === 'CLOSED' ? solution : null,
    openKey: status === 'CLOSED' || status === 'CANCELLED' ? null : state.openKey,
    ...change,
  };
}

/** A request for accreditation in that status, its approval as told. */
export function anAccreditation(status: TicketStatus, state: Settlement['state'] | null = null): Ticket {
  const service = aService({ key: 'accreditation', onlyOneOpen: true });
  return aTicket(status, state === null ? {} : { settlement: { ...settlement, state } }, service);
}
