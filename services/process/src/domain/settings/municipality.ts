/** What this service keeps of a municipality, from identity's events. */
export interface Municipality {
  readonly id: string;
  /** Name of the city hall, `Prefeitura Municipal de Campinas`. */
  readonly name: string;
  readonly acronym: string;
  readonly city: string;
  /** Two letters. */
  readonly state: string;
  readonly timeZone: string;
}

/** What this service keeps of a unit, from identity's events. */
export interface Unit {
  readonly id: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly acronym: string;
  /** Acronym of the body it belongs to; null when identity has not told it yet. */
  readonly body: string | null;
  /** Institutional e-mail address, which a unit needs to grant access (NT-02); null when it has none. */
  readonly email: string | null;
  readonly active: boolean;
}

/** Lines under the municipality's name on its documents (timbre). */
export interface Letterhead {
  readonly municipalityId: string;
  readonly lines: readonly string[];
}

/** A head of more lines would not leave room for the document. */
export const letterheadLineLimit = 4;
