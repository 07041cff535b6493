import type { Connection } from 'mongoose';
import type { Registry } from 'prom-client';
import type { KeySet } from '../auth/index.ts';
import type { CityClocks } from '../clock/index.ts';
import type { Downloads, FileStore, Uploads } from '../files/index.ts';
import type { Logger } from '../log/index.ts';
import type { Counters } from '../mongo/index.ts';
import type { JobData, Jobs } from '../schedule/index.ts';

/** The standing parts of a running service, made once at its start and handed to its adapters. */
export interface ServiceParts<Config, Data extends JobData = JobData> {
  readonly config: Config;
  readonly connection: Connection;
  readonly log: Logger;
  readonly metrics: Registry;
  /** The time in the city that a command is of, as far as it is known; real time everywhere else. */
  readonly now: () => Date;
  readonly clocks: CityClocks;
  readonly counters: Counters;
  readonly jobs: Jobs<Data>;
  readonly files: FileStore;
  readonly uploads: Uploads;
  readonly downloads: Downloads;
  /** Public keys of identity, for tokens and signature authorizations. */
  readonly keySet: KeySet;
  /** A key for one purpose, derived from the service's secret. */
  readonly key: (label: string) => Buffer;
}
