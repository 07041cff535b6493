/** A file of a ticket. Its id is that of the upload; the content lies in the file store under `storedId`. */
export interface TicketFile {
  id: string;
  ticketId: string;
  municipalityId: string;
  storedId: string;
  /** Field of the form it was sent for. */
  field: string | null;
  label: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  addedAt: Date;
  /** Its place among the ticket's files, from 0. */
  position: number;
  /** When a later file for the same field took its place. */
  replacedAt: Date | null;
  /** Sent with a private follow-up: only the staff may see it (TK-07). */
  private: boolean;
  /** Only what the requester sent counts as submitted by him. */
  sentBy: 'REQUESTER' | 'STAFF';
}

/** Label of a file that was sent with a follow-up. */
export const additionalLabel = 'Documento complementar';

/** Enough for any form; keeps the list of an approval's event small. */
export const mostFiles = 40;
