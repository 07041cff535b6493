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
  /** What it answers, for a response. */
  readonly noticeId?: string;
  readonly responseTypeId?: string;
}>;
