import type { CityClockRepository } from '@guiche/kit/clock';
import type { RevokedSessionRepository } from '@guiche/kit/auth';
import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { TicketSettings } from '../domain/auto-close.ts';
import type { CityService } from '../domain/catalogue.ts';
import type { TicketEntry } from '../domain/ticket-entry.ts';
import type { TicketFile } from '../domain/ticket-file.ts';
import type { TicketStatus } from '../domain/ticket-status.ts';
import type { Ticket } from '../domain/ticket.ts';

/** What the use cases need, already bound to the transaction where there is one. */
export interface Ports {
  /** Cities whose clock is ahead (training). */
  readonly cityClocks: CityClockRepository;
  readonly services: ServiceRepository;
  readonly tickets: TicketRepository;
  readonly entries: EntryRepository;
  readonly files: TicketFileRepository;
  readonly uploads: UploadPort;
  readonly settings: SettingsRepository;
  readonly places: PlaceProjection;
  readonly sessions: RevokedSessionRepository;
  readonly numbers: TicketNumbers;
  readonly schedule: TicketSchedule;
  readonly links: FileLinks;
}

export interface ServiceRepository {
  find(id: string): Promise<CityService | null>;
  findMany(ids: readonly string[]): Promise<CityService[]>;
  findByKey(municipalityId: string, key: string): Promise<CityService | null>;
  /** Adds it, or puts it in the place of the version before. */
  save(service: CityService): Promise<void>;
  page(search: ServiceSearch, page: PageRequest): Promise<Page<CityService>>;
  count(search: ServiceSearch): Promise<number>;
}

/** `words` in any order, already without accents and case. */
export interface ServiceSearch {
  readonly municipalityId: string;
  readonly words: readonly string[];
}

export interface TicketRepository {
  find(id: string): Promise<Ticket | null>;
  findMany(ids: readonly string[]): Promise<Ticket[]>;
  findByOpenKey(openKey: string): Promise<Ticket | null>;
  /** Throws `TICKET_ALREADY_OPEN` when another one has the same open key. */
  insert(ticket: Ticket): Promise<void>;
  /** Puts the next version in the place of the one before. */
  update(ticket: Ticket): Promise<void>;
  pageOwn(search: OwnSearch, page: PageRequest): Promise<Page<Ticket>>;
  countOwn(search: OwnSearch): Promise<number>;
  pageQueue(search: QueueSearch, page: PageRequest): Promise<Page<Ticket>>;
  countQueue(search: QueueSearch): Promise<number>;
}

export interface OwnSearch {
  readonly requesterId: string;
  /** Null for all. */
  readonly municipalityId: string | null;
  readonly status: TicketStatus | null;
}

export interface QueueSearch {
  readonly municipalityId: string;
  /** Null for all of the municipality. */
  readonly unitIds: readonly string[] | null;
  readonly statuses: readonly TicketStatus[];
  /** `nobody` for tickets not taken yet, null for all. */
  readonly assignee: { readonly id: string } | 'nobody' | null;
  readonly number: { readonly number: string } | { readonly sequence: number } | null;
}

export interface EntryRepository {
  add(entry: TicketEntry): Promise<void>;
  page(ticketId: string, view: { withPrivate: boolean }, page: PageRequest): Promise<Page<TicketEntry>>;
}

export interface TicketFileRepository {
  add(files: readonly TicketFile[]): Promise<void>;
  /** Marks what counts now for these fields as replaced. */
  replace(ticketId: string, fields: readonly string[], at: Date): Promise<void>;
  /** What the requester sent and did not replace, in the order it came. */
  submitted(ticketId: string): Promise<TicketFile[]>;
  count(ticketId: string): Promise<number>;
  page(ticketId: string, view: { currentOnly: boolean; withPrivate: boolean }, page: PageRequest): Promise<Page<TicketFile>>;
}

/** A received upload, taken for good by a ticket. */
export interface TakenUpload {
  readonly uploadId: string;
  readonly storedId: string;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
}

export interface UploadPort {
  announce(upload: {
    id: string;
    owner: string;
    fileName: string;
    size: number;
    mediaType: string;
    sha256: string;
  }): Promise<{ uploadId: string; url: string; expiresAt: Date }>;
  /** Throws `UPLOAD_NOT_FOUND`, `UPLOAD_INCOMPLETE`, `UPLOAD_ALREADY_USED` or `UPLOAD_EXPIRED`. */
  take(uploadId: string, owner: string, ticketId: string): Promise<TakenUpload>;
}

export interface SettingsRepository {
  of(municipalityId: string): Promise<TicketSettings>;
  save(settings: TicketSettings): Promise<void>;
}

/** What other services said about municipalities and units, as much as tickets need. */
export interface Municipality {
  readonly id: string;
  readonly city: string;
  readonly timeZone: string;
}

export interface Unit {
  readonly id: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly active: boolean;
}

/** Where a member of the staff works; never who it is. */
export interface StaffMember {
  readonly id: string;
  readonly municipalityId: string;
  readonly unitIds: readonly string[];
  readonly active: boolean;
}

export interface PlaceProjection {
  municipality(id: string): Promise<Municipality | null>;
  unit(id: string): Promise<Unit | null>;
  saveMunicipality(municipality: Municipality): Promise<void>;
  saveUnit(unit: Unit): Promise<void>;
  staffMember(id: string): Promise<StaffMember | null>;
  saveStaffMember(member: StaffMember): Promise<void>;
}

export interface TicketNumbers {
  /** Next of the municipality's year; never twice. Outside of any transaction. */
  next(municipalityId: string, year: string): Promise<number>;
}

export interface TicketSchedule {
  closeAt(job: { ticketId: string; solutionId: string; dueAt: Date; id: string }): Promise<void>;
  watchSettlement(job: { ticketId: string; settlementId: string; dueAt: Date; id: string }): Promise<void>;
}

export interface FileLinks {
  /** Path at which the named service may fetch the content until then. */
  forService(storedId: string, serviceName: string, until: Date): string;
}
