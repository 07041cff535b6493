/** What this service keeps of a unit, from identity's events. */
export interface Unit {
  readonly id: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly acronym: string;
  /** Acronym of the body it belongs to, whose holidays count for its acts; null when identity has not told it. */
  readonly body: string | null;
  readonly active: boolean;
}
