import type { Reader, ReadableProcess, ReadableDocument } from '../processes/reading.ts';
import type { WorkedProcess } from '../processes/worked.ts';
import type { Grant } from './grant.ts';
import type { VistaRequest } from './vista.ts';

/** A request to see a process with that process: of a secret one only who reads it sees the request. */
export interface ReadableVista extends VistaRequest {
  readonly process: ReadableProcess;
}

/** A request to see a process, as the unit that answers has it before itself. */
export interface AnswerableVista extends WorkedProcess {
  readonly request: VistaRequest;
}

/** A grant as the unit sees it: with the process it opens. */
export interface ManagedAccess extends Grant {
  readonly process: ReadableProcess;
}

/** The same where it is to be taken back; an administrator may do so by way of exception (IN-31). */
export interface EndedAccess extends ManagedAccess {
  readonly waived: boolean;
}

/** What somebody without an account reads, and by which grant. */
export interface IsolatedReading {
  readonly reader: Extract<Reader, { kind: 'isolated' }>;
  readonly grant: Grant;
  readonly process: ReadableProcess;
}

/** One row of Controle de Acessos Externos (ID-08): a document released to a person for signature. */
export interface ExternalAccess extends Grant {
  readonly personId: string;
  readonly document: ReadableDocument;
}
