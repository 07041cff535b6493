import type { CountedConnection } from '@guiche/kit/graphql';
import type { Numbering } from '../../domain/numbers/numbering.ts';
import type { NumberingProof } from '../../domain/numbers/prove-numbering.ts';
import type { MaskReading } from '../../domain/numbers/read-number.ts';
import type { ReadableDocument } from '../../domain/processes/reading.ts';

export type DocumentConnectionModel = CountedConnection<ReadableDocument>;

export type NumberingModel = Numbering & { readonly example: string };

export type NumberCheckModel = MaskReading;

export type NumberPreviewModel = NumberingProof;

export interface OpenedProcess {
  readonly processId: string;
  readonly replayed: boolean;
}

export interface SignedDocument {
  readonly documentId: string;
  readonly replayed: boolean;
}
