import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { Movement, MovementKind } from '../../domain/processes/movement.ts';
import type { Placement } from '../../domain/processes/placement.ts';
import type { Process } from '../../domain/processes/process.ts';
import type { Reader } from '../../domain/processes/reading.ts';
import type { Relation } from '../../domain/processes/relation.ts';
import type { Readable } from '../readable.ts';

/** What processes, in units and as a whole, need. */
export interface ProcessPorts {
  readonly processes: ProcessRepository;
  readonly placements: PlacementRepository;
  readonly movements: MovementRepository;
  readonly relations: RelationRepository;
}

export interface ProcessRepository {
  /** Throws `PROCESS_NUMBER_TAKEN`. */
  insert(process: Process): Promise<void>;
  /** Throws `STALE_VERSION` when somebody was faster. */
  update(process: Process): Promise<void>;
  /** All in one write; throws the same. */
  updateMany(processes: readonly Process[]): Promise<void>;
  findMany(ids: readonly string[]): Promise<Process[]>;
  /** A page of annexes for each process, aligned with the requests; only what is readable. */
  annexPagesOf(requests: readonly { processId: string; page: PageRequest }[], readable: Readable): Promise<Page<Process>[]>;
  /** Notes in the processes annexed to this one that an intimation shows them (PR-06), or takes that back. */
  showAnnexesOf(processId: string, number: string): Promise<void>;
  hideAnnexesOf(processId: string, number: string): Promise<void>;
  findByNumberKey(municipalityId: string, numberKey: string): Promise<Process | undefined>;
  findByNumberKeys(municipalityId: string, numberKeys: readonly string[]): Promise<Process[]>;
  pageOfOwn(filter: OwnProcessFilter, page: PageRequest): Promise<Page<Process>>;
}

/** Processes of one person, newest first: those with the person as interested party, or those with these ids. */
export interface OwnProcessFilter {
  readonly municipalityId?: string;
  readonly interestedPartyId?: string;
  readonly ids?: readonly string[];
}

export interface RelationRepository {
  exists(one: string, other: string): Promise<boolean>;
  add(relation: Relation): Promise<void>;
  remove(one: string, other: string): Promise<void>;
  /** A page of related processes for each process, oldest relation first, aligned with the requests; only what is readable. */
  pagesOf(requests: readonly { processId: string; page: PageRequest }[], readable: Readable): Promise<Page<Process>[]>;
}

export interface PlacementRepository {
  /** Inserts version 1, replaces the version before; throws `STALE_VERSION` when somebody was faster. */
  save(placement: Placement): Promise<void>;
  /** The same for many, in one write but for new ones. */
  saveMany(placements: readonly Placement[]): Promise<void>;
  find(processId: string, unitId: string): Promise<Placement | undefined>;
  ofProcess(processId: string): Promise<Placement[]>;
  /** A page for each process, in one query, aligned with the requests. */
  pagesOf(requests: readonly { processId: string; page: PageRequest }[]): Promise<Page<Placement>[]>;
  findMany(ids: readonly string[]): Promise<Placement[]>;
  /** Those open in one unit, with their processes in the same query; only what this member of the staff may see. */
  pageOfUnit(search: UnitSearch, page: PageRequest): Promise<Page<{ readonly placement: Placement; readonly process: Process }>>;
  countOfUnit(search: UnitSearch): Promise<number>;
  countsOfUnit(unit: Pick<UnitSearch, 'unitId' | 'reader'>): Promise<UnitProcessCounts>;
}

/** What is looked for in Controle de Processos, and by whom. */
export interface UnitSearch {
  readonly unitId: string;
  readonly reader: Extract<Reader, { kind: 'staff' }>;
  readonly column?: Placement['origin'];
  readonly assigneeId?: string;
  readonly unseen?: boolean;
  readonly typeKey?: string;
  readonly mark?: string;
  readonly numberKey?: string;
  readonly oldestFirst?: boolean;
}

export interface UnitProcessCounts {
  readonly received: number;
  readonly generated: number;
  readonly unseen: number;
}

export interface MovementRepository {
  append(movements: readonly Movement[]): Promise<void>;
  /** All kinds unless some are named. */
  pagesOf(requests: readonly { processId: string; page: PageRequest; kinds?: readonly MovementKind[] }[]): Promise<Page<Movement>[]>;
}
