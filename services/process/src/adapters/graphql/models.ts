import type { CountedConnection } from '@guiche/kit/graphql';
import type { Numbering } from '../../domain/numbers/numbering.ts';
import type { NumberingProof } from '../../domain/numbers/prove-numbering.ts';
import type { MaskReading } from '../../domain/numbers/read-number.ts';
import type { ReadableDocument, ReadableProcess } from '../../domain/processes/reading.ts';
import type { UnitProcess } from '../../domain/processes/worked.ts';
import type { IsolatedSession } from '../../use-cases/access/ports.ts';
import type { UnitProcessCounts } from '../../use-cases/processes/ports.ts';
import type { ActResult } from '../../use-cases/processes/keep-change.ts';

export type DocumentConnectionModel = CountedConnection<ReadableDocument>;

export type NumberingModel = Numbering & { readonly example: string };

export type NumberCheckModel = MaskReading;

export type NumberPreviewModel = NumberingProof;

/** Another service's entity in a union: its type and its key. */
export interface MovementPartyModel {
  readonly __typename: 'Person' | 'StaffMember';
  readonly id: string;
}

export type MovementSubjectModel = MovementPartyModel | (ReadableProcess & { readonly __typename: 'Process' });

export interface ProcessActed extends ActResult {
  readonly replayed: boolean;
}

export interface UnitProcessConnectionModel extends CountedConnection<UnitProcess> {
  readonly counts: () => Promise<UnitProcessCounts>;
}

export interface OpenedProcess {
  readonly processId: string;
  readonly replayed: boolean;
}

/** What every mutation of a petition answers. */
export interface ChangedPetition {
  readonly petitionId: string;
  readonly replayed: boolean;
}

export interface AskedExport {
  readonly exportId: string;
  readonly replayed: boolean;
}

/** What every mutation of a document answers. */
export interface ChangedDocument {
  readonly documentId: string;
  readonly replayed: boolean;
}

/** What every act on a signature request answers. */
export interface ActedSignatureRequest {
  readonly documentId: string;
  readonly requestId: string;
  readonly replayed: boolean;
}

/** What every act on a signing block answers. */
export interface ActedSigningBlock {
  readonly blockId: string;
  readonly replayed: boolean;
}

export interface SignedDocument {
  readonly documentId: string;
  readonly replayed: boolean;
}

export interface ChangedAccess {
  readonly grantId: string;
  readonly replayed: boolean;
}

/** `replacementId` is the partial access in the place of an integral one of intimations. */
export interface CancelledAccess extends ChangedAccess {
  readonly replacementId: string | null;
}

/** What every act on a task answers. */
export interface ActedTask {
  readonly taskId: string;
  readonly replayed: boolean;
}

export interface ChangedVista {
  readonly requestId: string;
  readonly replayed: boolean;
}

export interface OpenedIsolatedAccess extends IsolatedSession {
  readonly replayed: boolean;
}
