/** Where something was found (PS-01): a process, a document made in the system, a document that came from outside. */
export type SearchKind = 'PROCESS' | 'GENERATED_DOCUMENT' | 'EXTERNAL_DOCUMENT';

/**
 * Who finds an entry, and by what:
 * `PUBLIC_CONTENT` anybody, by all of its text (PS-02);
 * `LISTED_ONLY` anybody, by number, type, unit and date, never by content (PS-03);
 * `INTERNAL` staff who read it, by all of its text.
 */
export type AccessClass = 'PUBLIC_CONTENT' | 'LISTED_ONLY' | 'INTERNAL';

/**
 * What search knows of a process or document for those who find it as `accessClass`. One thing has one entry for each
 * class it is found as: a restricted document has a listed one without its title, and an internal one.
 */
export interface SearchEntry {
  /** Of the process or document. */
  readonly id: string;
  readonly municipalityId: string;
  readonly accessClass: AccessClass;
  readonly kind: SearchKind;
  readonly processId: string;
  readonly processNumber: string;
  readonly documentNumber: string | null;
  readonly typeKey: string;
  readonly typeName: string;
  readonly documentType: string | null;
  /** Unit that made it (unidade geradora). */
  readonly unitId: string | null;
  readonly date: Date;
  /** Title of a document or specification of a process; empty where it must not be known. Masked. */
  readonly heading: string;
  /** Names of interested parties and senders that may be known. Masked. */
  readonly parties: readonly string[];
  /** Why content is withheld (hipótese legal). */
  readonly legalHypothesis: string | null;
  /** Who among the staff finds the internal entry, and so does not need the listed one (`readersOf`). */
  readonly readers: readonly string[];
  /** Text of the content, masked and bounded; empty where it must not be known. */
  readonly body: string;
}

/** Content beyond this is not searched: some 150 pages. */
export const bodyLimit = 400_000;
