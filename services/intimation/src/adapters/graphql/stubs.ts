import type { CountedConnection } from '@guiche/kit/graphql';
import type { Recipient } from '../../domain/recipients/recipient.ts';

/** A municipality as this subgraph holds it: its key. */
export interface MunicipalityStub {
  readonly id: string;
}

export type RecipientConnection = CountedConnection<Recipient>;
