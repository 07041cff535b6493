/** What the texts may speak of. Dates come in the municipality's own time, written as people write them. */
export interface WordingFacts {
  readonly portalUrl: string;
  readonly reason?: string;
  readonly ticketNumber?: string;
  readonly solution?: string;
  readonly processNumber?: string;
  readonly processOpenedAt?: string;
  readonly link?: string;
  readonly dueOn?: string;
  readonly daysLeft?: number;
  /** Works once. */
  readonly code?: string;
  readonly requestedAt?: string;
  /** What a unit asks for, `complementação`. */
  readonly taskKind?: string;
  readonly receiptNumber?: string;
  readonly documentNumber?: string;
  /** With seconds, on the clocks of Brasília. */
  readonly filedAt?: string;
  /** Whether the access is whole again. */
  readonly released?: boolean;
}

/** What a message says. */
export interface Wording {
  readonly subject: string;
  readonly text: string;
  readonly link?: string;
}
