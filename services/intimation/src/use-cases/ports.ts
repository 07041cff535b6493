import type { RevokedSessionRepository } from '@guiche/kit/auth';
import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { Holiday, MunicipalCalendar } from '../domain/municipal-calendar.ts';
import type { Recipient } from '../domain/recipient.ts';

export interface CalendarRepository {
  find(municipalityId: string): Promise<MunicipalCalendar | undefined>;
  findMany(municipalityIds: readonly string[]): Promise<readonly MunicipalCalendar[]>;
  /** Writes on top of the version before this one; throws `STALE_VERSION` when it is no longer there. */
  save(calendar: MunicipalCalendar): Promise<void>;
}

export interface RecipientFilter {
  readonly municipalityId: string;
  readonly personId?: string | undefined;
}

export interface RecipientRepository {
  find(id: string): Promise<Recipient | undefined>;
  findMany(ids: readonly string[]): Promise<readonly Recipient[]>;
  save(recipient: Recipient): Promise<void>;
  /** Enabled ones, latest first. */
  page(filter: RecipientFilter, page: PageRequest): Promise<Page<Recipient>>;
  count(filter: RecipientFilter): Promise<number>;
}

/** What the use cases need. */
export interface Ports {
  readonly calendars: CalendarRepository;
  readonly recipients: RecipientRepository;
  readonly revokedSessions: RevokedSessionRepository;
  /** Holidays of the country and state. */
  holidaysOf(source: string, year: number): readonly Holiday[];
}
