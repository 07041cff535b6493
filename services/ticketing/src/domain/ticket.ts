import { errors } from './errors.ts';
import type { CityService } from './catalogue.ts';
import { accreditationKey } from './catalogue.ts';
import type { TicketEvent } from './events.ts';
import { ticketEvent } from './events.ts';
import type { TicketAnswer } from './form.ts';
import type { EntryKind, TicketAuthor, TicketEntry } from './ticket-entry.ts';
import { statusLabel } from './ticket-status.ts';
import type { TicketStatus } from './ticket-status.ts';

/** How far the approval of an accreditation is; it runs through several services, all or nothing (TK-08). */
export interface Settlement {
  /** Of this attempt. */
  id: string;
  state: 'RUNNING' | 'DONE' | 'FAILED';
  startedAt: Date;
  endedAt: Date | null;
  approvedBy: string;
  text: string;
  /** Why it failed, in words for the staff. */
  failure: string | null;
}

/** The city's answer (TK-05). A refusal is final and has no acceptance. */
export interface Solution {
  id: string;
  /** Which one of this ticket, from 1: another follows one that was refused. */
  number: number;
  kind: 'APPROVED' | 'ANSWERED' | 'REFUSED';
  text: string;
  solvedAt: Date;
  solvedBy: string;
  acceptance: 'WAITING' | 'ACCEPTED' | 'REFUSED' | null;
}

/** The process a solution opened (ID-07). */
export interface OpenedProcess {
  id: string;
  number: string;
  link: string;
  openedAt: Date;
}

/** A citizen's request to the city (chamado). */
export interface Ticket {
  id: string;
  municipalityId: string;
  /** `2026-000123`: year and yearly sequence of the municipality. */
  number: string;
  serviceId: string;
  serviceKey: string;
  title: string;
  unitId: string;
  /** Campinas, Cidadão, Protocolo Geral. */
  queuePath: string[];
  requesterId: string;
  assigneeId: string | null;
  status: TicketStatus;
  openedAt: Date;
  updatedAt: Date;
  answers: TicketAnswer[];
  /** Whether the staff did anything; then the requester can no longer cancel (TK-04). */
  touched: boolean;
  pendingReason: string | null;
  settlement: Settlement | null;
  solution: Solution | null;
  process: OpenedProcess | null;
  /** Unique while the ticket is not over, where a person may have only one of its service. */
  openKey: string | null;
  version: number;
}

/** What a decision about a ticket gives: its next state, one line of history, the facts to tell. */
export interface Decision {
  state: Ticket;
  entry: TicketEntry;
  events: TicketEvent[];
}

/** Who acts, when, and the id that the line of history gets; `text` is in the words of who acts. */
export interface Act {
  by: TicketAuthor;
  at: Date;
  entryId: string;
  text?: string;
  private?: boolean;
  fileNames?: readonly string[];
}

/** A new ticket (TK-02: Create -> New). */
export function openTicket(
  service: CityService,
  given: { id: string; number: string; queuePath: string[]; requesterId: string; answers: TicketAnswer[] },
  act: Act,
): Decision {
  if (!service.active) throw errors.SERVICE_NOT_ACTIVE();
  const { municipalityId, unitId } = service;
  const state: Ticket = {
    id: given.id,
    municipalityId,
    number: given.number,
    serviceId: service.id,
    serviceKey: service.key,
    title: service.name,
    unitId,
    queuePath: given.queuePath,
    requesterId: given.requesterId,
    assigneeId: null,
    status: 'NEW',
    openedAt: act.at,
    updatedAt: act.at,
    answers: given.answers,
    touched: false,
    pendingReason: null,
    settlement: null,
    solution: null,
    process: null,
    openKey: openKeyOf(service, given.requesterId),
    version: 1,
  };
  const { requesterId } = given;
  const opened = ticketEvent('TicketOpened', state, { municipalityId, requesterId, serviceKey: service.key, unitId });
  return { state, entry: entryOf(state, 'OPENED', act), events: [opened] };
}

/** What a person may have only once while it is open, or null where there may be many. */
export function openKeyOf(service: CityService, requesterId: string): string | null {
  return service.onlyOneOpen ? `${service.municipalityId}:${service.key}:${requesterId}` : null;
}

export function isAccreditation(ticket: Ticket): boolean {
  return ticket.serviceKey === accreditationKey;
}

export function isRunning(ticket: Ticket): boolean {
  return ticket.settlement?.state === 'RUNNING';
}

/** The ticket after a change: touched now, one version on; over means that another one may be opened. */
export function changed(ticket: Ticket, at: Date, change: Partial<Ticket>): Ticket {
  const next = { ...ticket, ...change, updatedAt: at, version: ticket.version + 1 };
  const over = next.status === 'CLOSED' || next.status === 'CANCELLED';
  return over ? { ...next, openKey: null } : next;
}

export function entryOf(ticket: Ticket, kind: EntryKind, act: Act): TicketEntry {
  return {
    id: act.entryId,
    ticketId: ticket.id,
    municipalityId: ticket.municipalityId,
    position: ticket.version,
    kind,
    text: act.text ?? '',
    at: act.at,
    author: act.by,
    private: act.private ?? false,
    fileNames: [...(act.fileNames ?? [])],
  };
}

/** Refuses what the staff may do only while the ticket is in its hands, or waits for the requester. */
export function mustBeOpen(ticket: Ticket): void {
  if (isRunning(ticket)) throw errors.APPROVAL_RUNNING();
  if (!['NEW', 'ASSIGNED', 'PLANNED', 'PENDING'].includes(ticket.status)) throw wrongStatus(ticket);
}

/** TK-05: a second solution is refused, whatever the first one was. */
export function mustBeUnsolved(ticket: Ticket): void {
  if (ticket.status === 'SOLVED' || ticket.status === 'CLOSED') throw errors.TICKET_ALREADY_SOLVED();
  mustBeOpen(ticket);
}

export function wrongStatus(ticket: Ticket) {
  return errors.TICKET_WRONG_STATUS({ status: ticket.status, label: statusLabel(ticket.status) });
}
