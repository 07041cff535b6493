import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { AnnouncedFile, Dossier, DossierState, SubmittedFile } from '../../domain/accreditation/dossier.ts';
import type { TermSheet } from '../../domain/accreditation/term.ts';
import type { DocumentFile } from '../../domain/documents/document.ts';

/** What accreditations need. */
export interface AccreditationPorts {
  readonly dossiers: DossierRepository;
  readonly sourceFiles: SourceFiles;
}

export interface DossierRepository {
  find(ticketId: string): Promise<Dossier | undefined>;
  save(dossier: Dossier): Promise<void>;
  list(filter: { municipalityId: string; state?: DossierState }, page: PageRequest): Promise<Page<Dossier>>;
}

/** Files of other services, verified while they are fetched. Coded `unavailable` errors are worth another try. */
export interface SourceFiles {
  /** Data of the Term, from identity. Throws `SHEET_UNREADABLE`. */
  sheet(announced: AnnouncedFile): Promise<TermSheet>;
  /** A paper of the ticket, from ticketing, into our own store. */
  submitted(announced: SubmittedFile): Promise<DocumentFile>;
}
