import type { AccessEvent } from './access/events.ts';
import type { Fact } from './fact.ts';
import type { IntimationEvent } from './intimations/events.ts';
import type { PetitionFiled } from './petitions/events.ts';
import type { SignatureEvent } from './signatures/events.ts';
import type { SignatureMethod } from './signatures/signature.ts';
import type { TaskEvent } from './tasks/events.ts';

/** The facts this service tells; adapters/rabbit/publications.ts maps them to the contracts. */
export type ProcessEvent =
  | AccessEvent
  | IntimationEvent
  | PetitionFiled
  | TaskEvent
  | AccreditationProcessOpened
  | AccreditationProcessFailed
  | AccessOffered
  | AccreditationProcessWithdrawn
  | DocumentSigned
  | SignatureEvent;

export type AccreditationProcessOpened = Fact<'AccreditationProcessOpened', 'process', {
  processId: string;
  processNumber: string;
  municipalityId: string;
  personId: string;
  ticketId: string;
  accreditationId: string;
  openedAt: Date;
  termDocumentId: string;
  termSha256: string;
}>;

export type AccreditationProcessFailed = Fact<'AccreditationProcessFailed', 'dossier', {
  ticketId: string;
  accreditationId: string;
  municipalityId: string;
  personId: string;
  reasonCode: string;
  detail: string;
}>;

export type AccessOffered = Fact<'AccessOffered', 'process', {
  processId: string;
  processNumber: string;
  municipalityId: string;
  personId: string;
  documentId: string;
  ticketId: string;
  openedAt: Date;
  link: string;
}>;

export type AccreditationProcessWithdrawn = Fact<'AccreditationProcessWithdrawn', 'process', {
  processId: string;
  ticketId: string;
  reasonCode: string;
}>;

export type DocumentSigned = Fact<'DocumentSigned', 'document', {
  documentId: string;
  processId: string;
  municipalityId: string;
  signerId: string;
  signedAt: Date;
  sha256: string;
  method: SignatureMethod;
  ticketId?: string;
}>;
