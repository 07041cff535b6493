/** What this service keeps of a municipality, from identity's events. */
export interface Municipality {
  readonly id: string;
  /** IANA name of the zone its legal days end in. */
  readonly timeZone: string;
  /** Whether it is a training municipality. */
  readonly training: boolean;
}

/** Where a city is until identity tells (architecture.md section 8). */
export const defaultTimeZone = 'America/Sao_Paulo';
