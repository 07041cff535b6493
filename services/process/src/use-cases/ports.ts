import type { CityClockRepository } from '@guiche/kit/clock';
import type { FieldProblem } from '@guiche/kit/errors';
import type { UploadTicket } from '@guiche/kit/files';
import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { Document, DocumentFile, Verification } from '../domain/documents/document.ts';
import type { AnnouncedFile, Dossier, DossierState, SubmittedFile } from '../domain/accreditation/dossier.ts';
import type { DocumentType } from '../domain/catalogue/document-type.ts';
import type { LegalHypothesis } from '../domain/catalogue/legal-hypothesis.ts';
import type { ProcessType } from '../domain/catalogue/process-type.ts';
import type { Grant } from '../domain/access/grant.ts';
import type { PetitionRules } from '../domain/petitions/petition-rules.ts';
import type { PetitionType } from '../domain/petitions/petition-type.ts';
import type { NamedParty, Petition, PetitionKind, PetitionResponse, PetitionRole } from '../domain/petitions/petition.ts';
import type { Movement, MovementKind } from '../domain/processes/movement.ts';
import type { ProcessRules } from '../domain/settings/process-rules.ts';
import type { StaffMember } from '../domain/settings/staff-member.ts';
import type { Letterhead, Municipality, Unit } from '../domain/settings/municipality.ts';
import type { Numbering } from '../domain/numbers/numbering.ts';
import type { Placement } from '../domain/processes/placement.ts';
import type { Process } from '../domain/processes/process.ts';
import type { Reach, Reader } from '../domain/processes/reading.ts';
import type { Relation } from '../domain/processes/relation.ts';
import type { AccessLevel } from '../domain/processes/access-level.ts';
import type { Signature, SignatureAuthorization } from '../domain/signatures/signature.ts';
import type { Term, TermSheet } from '../domain/accreditation/term.ts';
import type { AccessPorts } from './access/ports.ts';
import type { DocumentFilter } from './documents/document-search.ts';
import type { DocumentPorts } from './documents/ports.ts';
import type { ExportPorts } from './exports/ports.ts';
import type { IntimationPorts, PrintedCertificate } from './intimations/ports.ts';
import type { SearchPorts } from './search/ports.ts';
import type { TaskPorts } from './tasks/ports.ts';
import type { AskedPage, SignaturePorts } from './signatures/ports.ts';
import type { Readable } from './readable.ts';

export type { Readable } from './readable.ts';

/** What the use cases need, in the words of the domain. Repositories come bound to the transaction. */
export interface Ports extends AccessPorts, DocumentPorts, ExportPorts, IntimationPorts, SignaturePorts, SearchPorts, TaskPorts {
  /** Cities whose clock is ahead (training). */
  readonly cityClocks: CityClockRepository;
  readonly processes: ProcessRepository;
  readonly placements: PlacementRepository;
  readonly documents: DocumentRepository;
  readonly movements: MovementRepository;
  readonly relations: RelationRepository;
  readonly grants: GrantRepository;
  readonly dossiers: DossierRepository;
  readonly processTypes: CatalogueRepository<ProcessType>;
  readonly documentTypes: CatalogueRepository<DocumentType>;
  readonly legalHypotheses: CatalogueRepository<LegalHypothesis>;
  readonly numberings: NumberingRepository;
  readonly letterheads: { find(municipalityId: string): Promise<Letterhead | undefined>; save(letterhead: Letterhead): Promise<void> };
  readonly municipalities: MunicipalityRepository;
  readonly units: {
    find(id: string): Promise<Unit | undefined>;
    findMany(ids: readonly string[]): Promise<Unit[]>;
    /** Whether any unit of the municipality belongs to the body with this acronym. */
    existInBody(municipalityId: string, body: string): Promise<boolean>;
    save(unit: Unit): Promise<void>;
  };
  readonly staff: { findMany(ids: readonly string[]): Promise<StaffMember[]>; save(member: StaffMember): Promise<void> };
  readonly processRules: { find(municipalityId: string): Promise<ProcessRules | undefined>; save(rules: ProcessRules): Promise<void> };
  readonly revokedSessions: { add(sessionId: string, revokedAt: Date): Promise<void> };
  readonly authorizations: Authorizations;
  readonly verificationAttempts: VerificationAttempts;
  /** `take` gives the first of so many numbers in a row. */
  readonly sequences: { next(name: string): Promise<number>; take(name: string, count: number): Promise<number> };
  readonly petitions: PetitionRepository;
  readonly petitionTypes: PetitionTypeRepository;
  readonly petitionRules: { find(municipalityId: string): Promise<PetitionRules>; save(rules: PetitionRules): Promise<void> };
  readonly uploads: UploadPort;
  readonly sourceFiles: SourceFiles;
  readonly renditions: Renditions;
  /** Makes stored files part of the state in this transaction; what no transaction keeps is swept later. */
  /** Notes stored files as litter in this transaction: they are removed later. */
  readonly dropFiles: (files: readonly DocumentFile[]) => Promise<void>;
  /** Whether the stored bytes are there as they were taken; throws `PETITION_FILE_LOST`. */
  readonly checkFiles: (files: readonly DocumentFile[]) => Promise<void>;
  /** Editor content as a document may have it, with what is wrong with it as problems of this input path. */
  readonly sanitise: (html: string, path: string) => { html: string; text: string; problems: readonly FieldProblem[] };
  /** Lower-case hexadecimal SHA-256 of a text. */
  readonly sha256: (text: string) => string;
  readonly keepFiles: (files: readonly DocumentFile[]) => Promise<void>;
  readonly schedule: Schedule;
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

/** A page of one process within a reach, in the order of the tree unless told. */
export interface DocumentPage {
  readonly processId: string;
  readonly reach: Reach;
  readonly page: PageRequest;
  readonly filter?: DocumentFilter;
  readonly newestFirst?: boolean;
}

export interface DocumentRepository {
  insertMany(documents: readonly Document[]): Promise<void>;
  update(document: Document): Promise<void>;
  /** All in one write; throws `STALE_VERSION` when somebody was faster with one of them. */
  updateMany(documents: readonly Document[]): Promise<void>;
  idsSubmittedBy(processId: string, personId: string): Promise<string[]>;
  findMany(ids: readonly string[]): Promise<Document[]>;
  /** By a code that was printed for it, now or for former content. */
  findByVerificationCode(code: string): Promise<Document | undefined>;
  findByNumber(municipalityId: string, sequence: number): Promise<Document | undefined>;
  /** Documents that a signer is or was asked to sign, last asked first. */
  pageAsked(filter: AskedPage, page: PageRequest): Promise<Page<Document>>;
  /** A page for each process, in one query for each order asked for, aligned with the requests. */
  pagesOf(requests: readonly DocumentPage[]): Promise<Page<Document>[]>;
  count(processId: string, reach: Reach, filter?: DocumentFilter): Promise<number>;
  /** Locks what other units than this one have issued, signed or included (section 2, "receivedByOtherUnit"). */
  lockIssued(processId: string, receivingUnitId: string): Promise<void>;
  /** Unsigned documents of a process, of all units (PR-07). */
  countDrafts(processId: string): Promise<number>;
  /** The access levels of the documents of a process that are not cancelled, each once (PR-02). */
  levelsOf(processId: string): Promise<AccessLevel[]>;
}

export interface MovementRepository {
  append(movements: readonly Movement[]): Promise<void>;
  /** All kinds unless some are named. */
  pagesOf(requests: readonly { processId: string; page: PageRequest; kinds?: readonly MovementKind[] }[]): Promise<Page<Movement>[]>;
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

export interface DossierRepository {
  find(ticketId: string): Promise<Dossier | undefined>;
  save(dossier: Dossier): Promise<void>;
  list(filter: { municipalityId: string; state?: DossierState }, page: PageRequest): Promise<Page<Dossier>>;
}

/** What the lists of a municipality have in common. */
export interface CatalogueItem {
  readonly municipalityId: string;
  readonly key: string;
  readonly name: string;
  readonly active: boolean;
  readonly version: number;
}

export interface CatalogueRepository<Item extends CatalogueItem> {
  find(municipalityId: string, key: string): Promise<Item | undefined>;
  findMany(municipalityId: string, keys: readonly string[]): Promise<Item[]>;
  /** Inserts version 1, replaces the version before; throws `STALE_VERSION` when somebody was faster. */
  save(item: Item): Promise<void>;
  /** Inserts those whose key the municipality does not have yet. */
  addMissing(items: readonly Item[]): Promise<void>;
  /** By name. */
  page(filter: { municipalityId: string; activeOnly: boolean }, page: PageRequest): Promise<Page<Item>>;
}

export interface NumberingRepository {
  /** The municipality's own and those of its bodies, few. */
  ofMunicipality(municipalityId: string): Promise<Numbering[]>;
  save(numbering: Numbering): Promise<void>;
}

export interface Authorizations {
  /** Reads a signed authorization, expired ones included. Throws `SIGNATURE_AUTHORIZATION_INVALID`. */
  verify(token: string): Promise<SignatureAuthorization>;
  isUsed(authorizationId: string): Promise<boolean>;
  /** Throws `SIGNATURE_AUTHORIZATION_USED` when it was used. */
  consume(authorization: SignatureAuthorization, at: Date): Promise<void>;
}

/** Counts tried verification codes by address, outside transactions. */
export interface VerificationAttempts {
  /** Counts one as failed until `succeeded` is called; answers the seconds to wait, 0 to go on. */
  begin(address: string, now: Date): Promise<number>;
  succeeded(address: string, now: Date): Promise<void>;
}

export interface MunicipalityRepository {
  find(id: string): Promise<Municipality | undefined>;
  save(municipality: Municipality): Promise<void>;
  /** Ids of those in this state (two letters) and city. */
  idsIn(place: { state?: string; city?: string }): Promise<string[]>;
}

export interface PetitionTypeRepository extends CatalogueRepository<PetitionType> {
  /** Active ones, by name; of all municipalities unless told. */
  offered(filter: { municipalityIds?: readonly string[]; body?: string }, page: PageRequest): Promise<Page<PetitionType>>;
}

export interface PetitionRepository {
  /** Inserts version 1, replaces the version before; throws `STALE_VERSION` when somebody was faster. */
  save(petition: Petition): Promise<void>;
  findMany(ids: readonly string[]): Promise<Petition[]>;
  /** Drafts of one person in one municipality, counted up to `atMost`. */
  countDrafts(owner: { personId: string; municipalityId: string }, atMost: number): Promise<number>;
  /** Of one person, last changed first; discarded ones never. */
  pageOf(filter: { personId: string; municipalityId?: string; state?: 'DRAFT' | 'FILED' }, page: PageRequest): Promise<Page<Petition>>;
}

/** Files that users send. The owner is the principal who announced them. */
export interface UploadPort {
  announce(upload: { id: string; owner: string; fileName: string; size: number; mediaType: string; sha256: string }): Promise<UploadTicket>;
  /** Looks at received files and inspects each; throws what is wrong with the first (`UPLOAD_...`, `PDF_...`). */
  inspect(uploadIds: readonly string[], owner: string): Promise<DocumentFile[]>;
  /** Takes received files for a document, in this transaction. Throws what `inspect` throws of uploads. */
  take(uploadIds: readonly string[], owner: string, usedFor: string): Promise<DocumentFile[]>;
}

/** Files of other services, verified while they are fetched. Coded `unavailable` errors are worth another try. */
export interface SourceFiles {
  /** Data of the Term, from identity. Throws `SHEET_UNREADABLE`. */
  sheet(announced: AnnouncedFile): Promise<TermSheet>;
  /** A paper of the ticket, from ticketing, into our own store. */
  submitted(announced: SubmittedFile): Promise<DocumentFile>;
}

/** PDFs that this service produces, into our own store. */
export interface Renditions {
  /** What was written in the editor. */
  written(document: WrittenDocument): Promise<DocumentFile>;
  receipt(receipt: PrintedReceipt): Promise<DocumentFile>;
  /** Fifty thousand of these may be wanted at once. */
  certificate(certificate: PrintedCertificate): Promise<DocumentFile>;
  term(term: Term, reference: { processNumber: string; documentNumber: string }): Promise<DocumentFile>;
  /** The document with its signatures on a last page, and how to verify it. */
  signed(
    document: Document,
    processNumber: string,
    signatures: readonly Signature[],
  ): Promise<{ file: DocumentFile; verification: Verification }>;
}

export interface Schedule {
  /** Looks at a draft again when it may be forgotten. */
  forgetPetition(job: { petitionId: string; dueAt: Date }): Promise<void>;
  /** Marks a grant once its last day is over. */
  expireAccess(job: { grantId: string; dueAt: Date }): Promise<void>;
  /** The grant ended before its last day. */
  forgetExpiry(grantId: string): Promise<void>;
  /** Reminds the unit, for the nth time. */
  remindOfVista(job: { requestId: string; reminderNumber: number; dueAt: Date }): Promise<void>;
  /** Reminds the person of this round of a task. */
  remindOfTask(job: { taskId: string; round: number; dueAt: Date }): Promise<void>;
  /** Ends this round of a task once its due date is over. */
  expireTask(job: { taskId: string; round: number; dueAt: Date }): Promise<void>;
  /** Reminds the signer in the morning of that day. */
  remindOfSignature(job: { documentId: string; requestId: string; dueAt: Date }): Promise<void>;
  /** Ends a request once its last day is over. */
  expireSignatureRequest(job: { documentId: string; requestId: string; dueAt: Date }): Promise<void>;
  /** The request ended before its last day. */
  forgetSignatureRequest(requestId: string): Promise<void>;
  /** Opens the process of this round of the dossier as soon as possible. */
  openProcess(job: { ticketId: string; round: number; dueAt: Date; correlationId: string }): Promise<void>;
}

/** A document of the editor as it is printed; `html` is canonical content. */
export interface WrittenDocument {
  readonly html: string;
  readonly municipality: Municipality;
  readonly letterhead: Letterhead | undefined;
  readonly unit: Unit | undefined;
  readonly number: string;
  readonly processNumber: string;
  readonly type: string;
  readonly title: string;
  readonly at: Date;
}

/** What stands on a receipt (PT-02). */
export interface PrintedReceipt {
  readonly municipality: Municipality;
  readonly letterhead: Letterhead | undefined;
  readonly number: string;
  readonly kind: PetitionKind;
  /** What it answers, for a response. */
  readonly response: Pick<PetitionResponse, 'intimationNumber' | 'responseTypeName'> | null;
  readonly processNumber: string;
  readonly relatedProcessNumber: string | null;
  readonly unit: Unit;
  readonly signerName: string;
  readonly role: string;
  readonly filedAt: Date;
  readonly parties: readonly NamedParty[];
  readonly papers: readonly { readonly number: string; readonly title: string; readonly role: PetitionRole; readonly sha256: string }[];
}
