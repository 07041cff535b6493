import type { AccessScope } from './intimation.ts';

/** What a unit asks for. */
export interface IntimationOrder {
  readonly unitId: string;
  readonly processId: string;
  readonly documentId: string;
  readonly annexDocumentIds: readonly string[];
  readonly typeId: string;
  readonly responseTypeIds: readonly string[];
  readonly recipientIds: readonly string[];
  readonly accessScope: AccessScope;
}

/** Recipients of one act (IN-01). */
export const recipientLimit = 300;

/** Annexes of one act; each is an entry of an index for each recipient. */
export const annexLimit = 20;
