import type { CityClockRepository } from '@guiche/kit/clock';
import type { FieldProblem } from '@guiche/kit/errors';
import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { Accreditation, Release } from '../domain/accreditation.ts';
import type { LoginName } from '../domain/login-name.ts';
import type { Municipality } from '../domain/municipality.ts';
import type { Person } from '../domain/person.ts';
import type { PreRegistration } from '../domain/pre-registration.ts';
import type { SheetFile } from '../domain/release.ts';
import type { Session } from '../domain/session.ts';
import type { StaffMember } from '../domain/staff-member.ts';
import type { Unit } from '../domain/unit.ts';

/** What the use cases need from the outside; repositories are bound to the transaction of the command. */
export interface Ports {
  /** Cities whose clock is ahead (training). */
  readonly cityClocks: CityClockRepository;
  readonly persons: PersonRepository;
  readonly preRegistrations: PreRegistrationRepository;
  readonly accreditations: AccreditationRepository;
  readonly municipalities: MunicipalityRepository;
  readonly units: UnitRepository;
  readonly staff: StaffRepository;
  readonly sessions: SessionRepository;
  readonly ties: TieRepository;
  readonly termJobs: TermJobs;
  readonly challenges: Challenges;
  readonly passwords: Passwords;
  readonly confirmationTokens: ConfirmationTokens;
  readonly refreshTokens: RefreshTokens;
  readonly throttle: Throttle;
  readonly sheets: SheetFiles;
}

export interface PersonRepository {
  byIds(ids: readonly string[]): Promise<Person[]>;
  byLogin(login: LoginName): Promise<Person | undefined>;
  /** The owners of the CPF and of the e-mail address, each person once. */
  ownersOf(of: { cpf: string; email: string }): Promise<Person[]>;
  /** Null when there is no such person. */
  passwordHash(personId: string): Promise<string | null>;
  /** Throws `ALREADY_REGISTERED` when CPF or e-mail address are taken. */
  insert(person: Person, passwordHash: string): Promise<void>;
  replacePasswordHash(personId: string, passwordHash: string): Promise<void>;
  addMunicipality(personId: string, municipalityId: string): Promise<void>;
}

export interface PreRegistrationRepository {
  insert(preRegistration: PreRegistration, secrets: { passwordHash: string; tokenHash: string }): Promise<void>;
  byTokenHash(tokenHash: string): Promise<{ preRegistration: PreRegistration; passwordHash: string } | undefined>;
  /** The newest that waits for its confirmation at `at`. */
  latestWaiting(login: LoginName, at: Date): Promise<PreRegistration | undefined>;
  replaceToken(id: string, tokenHash: string): Promise<void>;
  markConfirmed(id: string, at: Date): Promise<void>;
}

export interface AccreditationRepository {
  byIds(ids: readonly string[]): Promise<Accreditation[]>;
  of(personId: string, municipalityId: string): Promise<Accreditation | undefined>;
  ofPerson(personId: string): Promise<Accreditation[]>;
  byTicket(ticketId: string): Promise<Accreditation | undefined>;
  byTermDocument(documentId: string): Promise<Accreditation | undefined>;
  insert(accreditation: Accreditation): Promise<void>;
  save(accreditation: Accreditation): Promise<void>;
  /** The latest first. */
  page(of: { personId: string; municipalityId?: string | undefined }, page: PageRequest): Promise<Page<Accreditation>>;
}

export interface MunicipalityRepository {
  byIds(ids: readonly string[]): Promise<Municipality[]>;
  /** By id; where there is none of that id, by acronym. */
  byIdOrAcronym(text: string): Promise<Municipality | undefined>;
  byAcronym(acronym: string): Promise<Municipality | undefined>;
  save(municipality: Municipality): Promise<void>;
  /** By name. */
  page(page: PageRequest): Promise<Page<Municipality>>;
}

export interface UnitRepository {
  byIds(ids: readonly string[]): Promise<Unit[]>;
  /** Undefined also for a unit of another municipality. */
  find(municipalityId: string, id: string): Promise<Unit | undefined>;
  save(unit: Unit): Promise<void>;
  /** By name. */
  page(municipalityId: string, page: PageRequest): Promise<Page<Unit>>;
}

export interface StaffRepository {
  byIds(ids: readonly string[]): Promise<StaffMember[]>;
  byUsername(municipalityId: string, username: string): Promise<StaffMember | undefined>;
  /** Null when there is no such staff member. */
  passwordHash(municipalityId: string, staffId: string): Promise<string | null>;
  insert(member: StaffMember, passwordHash: string): Promise<void>;
  save(member: StaffMember): Promise<void>;
  replacePasswordHash(municipalityId: string, staffId: string, passwordHash: string): Promise<void>;
  /** By name. */
  page(municipalityId: string, page: PageRequest): Promise<Page<StaffMember>>;
}

export interface SessionRepository {
  find(id: string): Promise<Session | undefined>;
  /** Those that are neither revoked nor over at `at`. */
  openOfStaff(municipalityId: string, staffId: string, at: Date): Promise<Session[]>;
  insert(session: Session): Promise<void>;
  save(session: Session): Promise<void>;
  /** Saves it and notes its end where token verification looks. */
  saveRevoked(session: Session, at: Date): Promise<void>;
}

/** Representations and powers of attorney that hold a person (ID-11). */
export interface TieRepository {
  countActive(personId: string, municipalityId: string): Promise<number>;
}

/** Reminders and deadline of an unsigned term, as rows of the schedule. */
export interface TermJobs {
  plan(accreditation: Accreditation, release: Release, at: { now: Date; timeZone: string }): Promise<void>;
  cancel(accreditation: Accreditation): Promise<void>;
}

/** The puzzle against robots. */
export interface Challenges {
  issue(now: Date): Promise<{ challenge: string; expiresAt: Date }>;
  /** What is wrong with the solution, or the id of its challenge, which is to be spent once. */
  judge(path: string, solution: string, now: Date): Promise<{ problem: FieldProblem } | { challengeId: string; expiresAt: Date }>;
  /** Throws `CHALLENGE_SPENT` the second time. */
  spend(challengeId: string, expiresAt: Date): Promise<void>;
}

/** Password hashes; at most a few at a time, `UNAVAILABLE` when too many wait. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long when `hash` is null, and is false then. */
  verify(password: string, hash: string | null): Promise<boolean>;
  /** Whether the hash was made with weaker parameters than today's. */
  isOutdated(hash: string): boolean;
}

/** One-use tokens of confirmation links, 256 bits; only their hash is stored. */
export interface ConfirmationTokens {
  create(): { token: string; tokenHash: string };
  hashOf(token: string): string;
}

/** Reads refresh tokens; undefined for what this service did not sign. */
export interface RefreshTokens {
  read(token: string): { sessionId: string; generation: number } | undefined;
}

/** Counts attempts outside transactions, so that a refused one counts too. Answers the seconds to wait, 0 to go on. */
export interface Throttle {
  /** Call it before the password, and its idempotency key, are looked at: the attempt counts as failed until `succeeded` is called. */
  beginLogin(attempt: LoginAttempt): Promise<number>;
  succeeded(attempt: LoginAttempt): Promise<void>;
  /** Whether one more mail may go to this address now. */
  mayMail(email: string, now: Date): Promise<boolean>;
}

export interface LoginAttempt {
  /** What failures are counted under, see `accountKeyOf`. */
  readonly account: string;
  readonly address: string;
  readonly now: Date;
}

/** The data for the Term, as files for the process service. */
export interface SheetFiles {
  /** Writing it again for the same ticket replaces the file. */
  write(sheet: { ticketId: string; person: Person; municipality: Municipality; now: Date }): Promise<SheetFile>;
}
