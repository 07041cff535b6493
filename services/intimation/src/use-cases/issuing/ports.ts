import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { EarlierNotice } from '../../domain/issuing/conflicts.ts';
import type { Intimation } from '../../domain/issuing/intimation.ts';
import type { NoticeStatus } from '../../domain/issuing/notice-status.ts';
import type { Notice } from '../../domain/issuing/notice.ts';
import type { Unit } from '../../domain/issuing/unit.ts';

export interface IntimationRepository {
  insert(intimation: Intimation): Promise<void>;
  /** Writes on top of the version before this one; throws `STALE_VERSION` when it is no longer there. */
  update(intimation: Intimation): Promise<void>;
  find(id: string): Promise<Intimation | undefined>;
  findMany(ids: readonly string[]): Promise<readonly Intimation[]>;
  /** Of one process as far as these units may see them, latest first; of all units without any. */
  page(filter: IntimationFilter, page: PageRequest): Promise<Page<Intimation>>;
  count(filter: IntimationFilter): Promise<number>;
}

export interface IntimationFilter {
  readonly municipalityId: string;
  readonly processId: string;
  readonly unitIds?: readonly string[] | undefined;
  /** Who looks: what is confided to somebody else is left out. */
  readonly staffId: string;
}

/** How many notices there are in each status; what is missing is 0. */
export type StatusCounts = readonly { readonly status: NoticeStatus; readonly count: number }[];

/** A page of the notices of an act, by status or all of them. */
export interface NoticesOfIntimation {
  readonly intimationId: string;
  readonly status?: NoticeStatus | undefined;
  readonly page: PageRequest;
}

/** Issued notices of a person, by status or all of them (IN-22, "Todas"). */
export interface NoticesOfPerson {
  readonly personId: string;
  readonly municipalityId?: string | undefined;
  readonly status?: NoticeStatus | undefined;
}

export interface NoticeRepository {
  /** All at once. Throws `DOCUMENT_ALREADY_INTIMATED` when another act came first with a document (IN-04). */
  insertAll(notices: readonly Notice[]): Promise<void>;
  /** Writes each on top of the version before this one, all at once; throws `STALE_VERSION` when one is no longer there. */
  updateAll(notices: readonly Notice[]): Promise<void>;
  update(notice: Notice): Promise<void>;
  /** Ends all notices of an act that was refused or withdrawn. */
  endAll(intimationId: string, actState: 'REFUSED' | 'WITHDRAWN'): Promise<void>;
  find(id: string): Promise<Notice | undefined>;
  findMany(ids: readonly string[]): Promise<readonly Notice[]>;
  /** All of one act, 300 at most. */
  ofIntimation(intimationId: string): Promise<readonly Notice[]>;
  /** Those in force of these recipients that have one of these documents (IN-04). */
  withDocuments(recipientIds: readonly string[], documentIds: readonly string[]): Promise<readonly EarlierNotice[]>;
  /** Those in force of these recipients in a process (IN-05). */
  inProcess(recipientIds: readonly string[], processId: string): Promise<readonly EarlierNotice[]>;
  /** Pages of several acts in one command, aligned with the requests. */
  pagesOfIntimations(requests: readonly NoticesOfIntimation[]): Promise<readonly Page<Notice>[]>;
  /** Of several acts in one command, aligned with the ids. */
  countsOfIntimations(intimationIds: readonly string[]): Promise<readonly StatusCounts[]>;
  /** Latest first. */
  pageOfPerson(filter: NoticesOfPerson, page: PageRequest): Promise<Page<Notice>>;
  countByStatusOfPerson(filter: Omit<NoticesOfPerson, 'status'>): Promise<StatusCounts>;
}

export interface UnitRepository {
  find(id: string): Promise<Unit | undefined>;
  findMany(ids: readonly string[]): Promise<readonly Unit[]>;
  save(unit: Unit): Promise<void>;
}

export interface IssuingSchedule {
  /** Looks at the act again at that moment. */
  watchIntimation(watch: { readonly intimationId: string; readonly dueAt: Date }): Promise<void>;
  /** Fulfils each when its tacit date is over, unless somebody did before (IN-12). */
  fulfilTacitly(notices: readonly { readonly noticeId: string; readonly dueAt: Date }[]): Promise<void>;
}

/** What use cases of issuing need. */
export interface IssuingPorts {
  readonly intimations: IntimationRepository;
  readonly notices: NoticeRepository;
  readonly units: UnitRepository;
  readonly schedule: IssuingSchedule;
  /** The next number of a municipality in a year, from 1; taken outside transactions, so that a gap may be left. */
  nextIntimationNumber(municipalityId: string, year: string): Promise<number>;
}
