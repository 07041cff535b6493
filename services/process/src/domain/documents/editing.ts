import { processErrors } from '../errors.ts';
import { voidSignatures } from '../signatures/void-signatures.ts';
import type { Voiding } from '../signatures/void-signatures.ts';
import { refuseUnchangeable } from './cancellation.ts';
import type { Document, DocumentFile } from './document.ts';
import type { WrittenContent } from './written-content.ts';

/** A document as its author wants it now. */
export interface Edition {
  readonly title: string;
  readonly html: string;
}

/** What the current content is, for a document of the editor; refuses files and papers of the system, which nobody writes. */
export function editable(document: Document, current: WrittenContent | undefined): WrittenContent {
  refuseUnchangeable(document);
  if (current === undefined || document.petitionId !== null) throw processErrors.DOCUMENT_NOT_WRITTEN();
  return current;
}

/** Whether an edition says nothing new: then signatures stand and no version is made. */
export function saysTheSame(document: Document, current: WrittenContent, { title, html }: Edition): boolean {
  return document.title === title && current.html === html;
}

/** The next version of a document of the editor; what was signed is a draft again, its signatures void (SG-07). */
export function edit(document: Document, { title, file }: { title: string; file: DocumentFile }, voiding: Voiding): Document {
  return { ...voidSignatures(document, voiding), title, file, version: document.version + 1 };
}

/** Whether an edit ended signatures: then history says so. */
export function endsSignatures(document: Document): boolean {
  return document.signatures.length > 0;
}
