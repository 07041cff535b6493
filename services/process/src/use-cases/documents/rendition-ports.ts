import type { Term } from '../../domain/accreditation/term.ts';
import type { Document, DocumentFile, Verification } from '../../domain/documents/document.ts';
import type { Letterhead, Municipality, Unit } from '../../domain/settings/municipality.ts';
import type { Signature } from '../../domain/signatures/signature.ts';
import type { PrintedCertificate } from '../intimations/ports.ts';
import type { PrintedReceipt } from '../petitions/ports.ts';

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
