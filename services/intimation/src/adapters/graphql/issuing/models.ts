import type { Connection, CountedConnection } from '@guiche/kit/graphql';
import type { Intimation } from '../../../domain/issuing/intimation.ts';
import type { Certificate, Fulfilment, Notice, ResponseDeadline } from '../../../domain/issuing/notice.ts';
import type { StatusCounts } from '../../../use-cases/issuing/ports.ts';

export type IntimationConnectionModel = CountedConnection<Intimation>;

/** A person's list, with counts that cost only when asked for. */
export interface NoticeConnectionModel extends Connection<Notice> {
  readonly countsByStatus: () => Promise<StatusCounts>;
}

export type StatusCountModel = StatusCounts[number];

/** With the city, by whose clock it runs. */
export interface ResponseDeadlineModel extends ResponseDeadline {
  readonly municipalityId: string;
}

export interface FulfilmentModel extends Fulfilment {
  readonly certificate: Certificate | null;
}
