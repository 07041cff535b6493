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
  /** Number of an intimation, `INT 2026/7`. */
  readonly noticeNumber?: string;
  /** Name of its type. */
  readonly typeName?: string;
  /** Type and number of its principal document. */
  readonly documentLabel?: string;
  readonly issuedAt?: string;
  readonly tacitDays?: number;
  readonly tacitOn?: string;
  /** Ways to answer with their deadlines, `Defesa: 10 dias úteis`. */
  readonly responseTerms?: readonly string[];
  /** Which deadline moved, `prazo tácito`. */
  readonly deadlineName?: string;
  readonly formerOn?: string;
  /** Whether the access is whole again. */
  readonly released?: boolean;
}

/** What a message says. */
export interface Wording {
  readonly subject: string;
  readonly text: string;
  readonly link?: string;
}
