/** Every kind of job of a service with the data it carries. */
export type JobData = Record<string, object>;

/**
 * `failed` rows stay until an operator deals with them; `done` and `cancelled` ones keep their key taken for 90 days, three
 * times as long as an event can be sent again, and are purged then.
 */
export type JobState = 'waiting' | 'done' | 'cancelled' | 'failed';

/** One run of one job, as its handler sees it. */
export interface Job<Kind extends string = string, Data = object> extends JobRef {
  readonly kind: Kind;
  readonly key: string;
  /** The legal moment, which a late run applies; not the moment of the run. */
  readonly dueAt: Date;
  readonly data: Data;
  /** Runs before this one that failed. */
  readonly attempts: number;
  /** The city whose clock it follows; null follows real time. */
  readonly municipalityId: string | null;
}

/** Names a job and the lease that this run holds on it. */
export interface JobRef {
  readonly id: string;
  readonly lease: string;
}

/** Every job of a service, told apart by `kind`. */
export type AnyJob<Data extends JobData> = { [Kind in keyof Data & string]: Job<Kind, Data[Kind]> }[keyof Data & string];

/**
 * The stored row. `heldUntil` is server time: until then nobody may claim it, because a run holds its lease or because
 * it backs off after a failure. `dueAt` is judged by the injected clock instead, which a training city can move: that of
 * `municipalityId`, absent in rows from before cities had one.
 */
export interface JobRow {
  readonly _id: string;
  readonly kind: string;
  readonly key: string;
  readonly municipalityId?: string | null;
  readonly state: JobState;
  readonly dueAt: Date;
  readonly data: object;
  readonly heldUntil: Date;
  readonly lease: string | null;
  readonly owner: string | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly finishedAt: Date | null;
  /** When it was done or cancelled by the server's clock, which purging goes by; absent before. */
  readonly endedAt?: Date;
}
