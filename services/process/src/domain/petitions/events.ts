import type { Fact } from '../fact.ts';

export type PetitionFiled = Fact<'PetitionFiled', 'petition', {
  readonly petitionId: string;
  readonly municipalityId: string;
  readonly personId: string;
  readonly kind: 'NEW_PROCESS' | 'INTERCURRENT' | 'RESPONSE';
  readonly processId: string;
  readonly processNumber: string;
  readonly unitId: string;
  readonly receiptNumber: string;
  readonly receiptDocumentId: string;
  readonly filedAt: Date;
  /** Whether the process is secret: not everybody in the unit may learn of it (PS-03). */
  readonly secret: boolean;
  /** What it answers, for a response. */
  readonly noticeId?: string;
  readonly responseTypeId?: string;
}>;
