import type { LocalDate } from '@guiche/kit/calendar';
import type { Fact } from '../fact.ts';
import type { ResponseMode } from '../types/response-mode.ts';
import type { AccessScope } from './intimation.ts';

export type IntimationRequested = Fact<
  'IntimationRequested',
  'intimation',
  {
    readonly intimationId: string;
    readonly number: string;
    readonly municipalityId: string;
    readonly processId: string;
    readonly unitId: string;
    readonly staffId: string;
    readonly documentId: string;
    readonly annexDocumentIds: readonly string[];
    readonly scope: AccessScope;
    readonly notices: readonly {
      readonly noticeId: string;
      readonly personIds: readonly string[];
      readonly replacesPartial: boolean;
    }[];
    readonly typeName: string;
  }
>;

export type IntimationWithdrawn = Fact<
  'IntimationWithdrawn',
  'intimation',
  { readonly intimationId: string; readonly municipalityId: string; readonly reasonCode: string }
>;

export type NoticeIssued = Fact<
  'NoticeIssued',
  'notice',
  {
    readonly noticeId: string;
    readonly intimationId: string;
    readonly number: string;
    readonly municipalityId: string;
    readonly processId: string;
    readonly processNumber: string;
    readonly unitId: string;
    readonly personIds: readonly string[];
    readonly typeName: string;
    readonly documentLabel: string;
    readonly responseMode: ResponseMode;
    readonly responseTerms: readonly string[];
    readonly issuedAt: Date;
    readonly tacitDays: number;
    readonly tacitOn: LocalDate;
  }
>;

/** What is said of issuing. */
export type IssuingEvent = IntimationRequested | IntimationWithdrawn | NoticeIssued;
