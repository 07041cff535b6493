import type { Document } from '../documents/document.ts';
import type { Grant } from '../access/grant.ts';
import type { Process } from './process.ts';

/** Who reads, as far as reading depends on it. */
export type Reader =
  | { readonly kind: 'person'; readonly personId: string; readonly municipalityId?: string }
  | { readonly kind: 'staff'; readonly municipalityId: string; readonly unitIds: readonly string[] }
  | { readonly kind: 'nobody' };

/** A process with the reader's own grants on it: what reading is judged on. */
export interface ReadableProcess extends Process {
  readonly grants: readonly Grant[];
}

export interface ReadableDocument extends Document {
  readonly process: ReadableProcess;
}

/** How much of a process somebody reads; lists filter by it, single reads are judged by it. */
export type Reach =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'everything' }
  | { readonly kind: 'some'; readonly documentIds: readonly string[]; readonly submittedBy: string };

/** The one rule of who reads what: every field, reference, list, count and file address goes through here. */
export function reachOf(reader: Reader, process: ReadableProcess): Reach {
  switch (reader.kind) {
    case 'nobody':
      return { kind: 'nothing' };
    case 'staff': {
      const open = reader.municipalityId === process.municipalityId && process.openUnitIds.some((id) => reader.unitIds.includes(id));
      return { kind: open ? 'everything' : 'nothing' };
    }
    case 'person': {
      const elsewhere = reader.municipalityId !== undefined && reader.municipalityId !== process.municipalityId;
      const active = process.grants.filter(({ personId, state }) => personId === reader.personId && state === 'ACTIVE');
      if (elsewhere || active.length === 0) return { kind: 'nothing' };
      return { kind: 'some', documentIds: active.map(({ documentId }) => documentId), submittedBy: reader.personId };
    }
  }
}

/** Whether a document lies within a reach. */
export function reaches(reach: Reach, document: Document): boolean {
  switch (reach.kind) {
    case 'nothing':
      return false;
    case 'everything':
      return true;
    case 'some':
      return reach.documentIds.includes(document.id) || document.submittedBy === reach.submittedBy;
  }
}

/** One row of Controle de Acessos Externos (ID-08): an active grant is what lets its holder read the document. */
export interface ExternalAccess extends Grant {
  readonly document: ReadableDocument;
}
