import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { ReadEntry } from '../../domain/access/read-log.ts';
import type { AccessCode } from '../../domain/access/isolated-access.ts';
import type { VistaRequest } from '../../domain/access/vista.ts';
import type { Readable } from '../readable.ts';
import type { Grant } from '../../domain/access/grant.ts';

/** What access from outside needs besides grants. */
export interface AccessPorts {
  readonly accessSecrets: AccessSecrets;
  readonly accessCodes: AccessCodeRepository;
  readonly accessAttempts: AccessAttempts;
  readonly vistas: VistaRepository;
  readonly vistaSettings: {
    /** Days between reminders, if the city has set them. */
    find(municipalityId: string): Promise<number | undefined>;
    save(municipalityId: string, reminderDays: number): Promise<void>;
  };
  readonly readLog: { page(processId: string, page: PageRequest): Promise<Page<ReadEntry>> };
  /** SHA-256 of a text in lower-case hexadecimal. */
  readonly sha256: (text: string) => string;
}

/** Links, codes and sessions of people without an account; none of them is stored, codes are kept as keyed hashes. */
export interface AccessSecrets {
  linkOf(grantId: string): string;
  /** The grant a link is for; undefined for what this service did not make. */
  grantOf(link: string): string | undefined;
  /** Six random digits. */
  newCode(): string;
  hashOf(grantId: string, code: string): string;
  sessionOf(session: IsolatedSession): string;
  readSession(token: string): IsolatedSession | undefined;
}

export interface IsolatedSession {
  readonly grantId: string;
  readonly expiresAt: Date;
}

export interface AccessCodeRepository {
  /** Puts the code in the place of the one before. */
  save(code: AccessCode): Promise<void>;
  /** Takes one try, outside any transaction, and answers the code as it was; undefined when none is left. */
  takeTry(grantId: string): Promise<AccessCode | undefined>;
  /** Uses the code up; false when somebody else has. */
  remove(code: AccessCode): Promise<boolean>;
}

/** Counts attempts by link and by address, outside transactions; answers the seconds to wait, 0 to go on. */
export interface AccessAttempts {
  beginRequest(grantId: string, address: string, now: Date): Promise<number>;
  beginOpening(address: string, now: Date): Promise<number>;
  opened(address: string, now: Date): Promise<void>;
}

export interface VistaRepository {
  /** Throws `VISTA_ALREADY_REQUESTED` while one of the same person for the same process is open. */
  insert(request: VistaRequest): Promise<void>;
  update(request: VistaRequest): Promise<void>;
  findMany(ids: readonly string[]): Promise<VistaRequest[]>;
  /** With `readable` only those about processes that this reader sees. */
  page(filter: VistaFilter, page: PageRequest, readable?: Readable): Promise<Page<VistaRequest>>;
}

export interface VistaFilter {
  readonly unitId?: string;
  readonly personId?: string;
  readonly municipalityId?: string;
  readonly state?: VistaRequest['state'];
}

export interface GrantRepository {
  insert(grant: Grant): Promise<void>;
  insertMany(grants: readonly Grant[]): Promise<void>;
  update(grant: Grant): Promise<void>;
  /** All in one write; throws `STALE_VERSION` when somebody was faster with one of them. */
  updateMany(grants: readonly Grant[]): Promise<void>;
  /** Those in force that were given for these notices. */
  ofNotices(noticeIds: readonly string[]): Promise<Grant[]>;
  /** Those in force that intimations gave these persons on a process. */
  ofIntimationsOn(processId: string, personIds: readonly string[]): Promise<Grant[]>;
  findMany(ids: readonly string[]): Promise<Grant[]>;
  /** Those of one person that are in force now, on these processes. */
  inForce(personId: string, processIds: readonly string[]): Promise<Grant[]>;
  /** Those of one person in force for signature, newest release first, each with all in force on the same process. */
  pageForSignature(
    filter: { personId: string; municipalityId?: string },
    page: PageRequest,
  ): Promise<Page<{ readonly grant: Grant; readonly beside: readonly Grant[] }>>;
  ofProcess(processId: string): Promise<Grant[]>;
  /** All of one person that are in force now, whatever the process. */
  allInForce(owner: { personId: string; municipalityId?: string }): Promise<Grant[]>;
  /** Those on one process, newest first; a state is judged as of now. */
  pageOfProcess(filter: { processId: string; state?: Grant['state'] }, page: PageRequest): Promise<Page<Grant>>;
}
