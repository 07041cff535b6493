import type { FieldProblem } from '@guiche/kit/errors';
import type { UploadTicket } from '@guiche/kit/files';
import type { DocumentFile } from '../../domain/documents/document.ts';
import type { Renditions } from './rendition-ports.ts';

/** Files on their way in, made here, kept and dropped. */
export interface FilePorts {
  readonly uploads: UploadPort;
  readonly renditions: Renditions;
  /** Makes stored files part of the state in this transaction; what no transaction keeps is swept later. */
  readonly keepFiles: (files: readonly DocumentFile[]) => Promise<void>;
  /** Notes stored files as litter in this transaction: they are removed later. */
  readonly dropFiles: (files: readonly DocumentFile[]) => Promise<void>;
  /** Whether the stored bytes are there as they were taken; throws `PETITION_FILE_LOST`. */
  readonly checkFiles: (files: readonly DocumentFile[]) => Promise<void>;
  /** Editor content as a document may have it, with what is wrong with it as problems of this input path. */
  readonly sanitise: (html: string, path: string) => { html: string; text: string; problems: readonly FieldProblem[] };
}

/** Files that users send. The owner is the principal who announced them. */
export interface UploadPort {
  announce(upload: { id: string; owner: string; fileName: string; size: number; mediaType: string; sha256: string }): Promise<UploadTicket>;
  /** Looks at received files and inspects each; throws what is wrong with the first (`UPLOAD_...`, `PDF_...`). */
  inspect(uploadIds: readonly string[], owner: string): Promise<DocumentFile[]>;
  /** Takes received files for a document, in this transaction. Throws what `inspect` throws of uploads. */
  take(uploadIds: readonly string[], owner: string, usedFor: string): Promise<DocumentFile[]>;
}
