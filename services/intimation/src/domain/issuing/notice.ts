import type { LocalDate } from '@guiche/kit/calendar';
import type { AccessScope, IntimationState, IssuedType } from './intimation.ts';
import type { NoticeStatus } from './notice-status.ts';
import type { ResponseOption } from './response-option.ts';
import type { TrackedDeadline } from './tracked-deadline.ts';

/** Whom a notice is for. A legal entity comes with the powers of attorney (PJ-05), with several representatives. */
export interface NoticeRecipient {
  readonly kind: 'PERSON';
  readonly recipientId: string;
  readonly personId: string;
  /** As it was when the intimation was asked for; null when identity had not told it. */
  readonly name: string | null;
}

/** How a notice was fulfilled: an explicit kind, never read off an address (section 1.15, 4). */
export interface Fulfilment {
  readonly kind: 'CONSULTATION' | 'TACIT';
  /** The legal date (IN-12, IN-13), which response dates are counted from. */
  readonly on: LocalDate;
  /** When it was decided. */
  readonly at: Date;
  /** When the recipient really opened it, from where and with what; null when tacit. */
  readonly consultedAt: Date | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  /** Person who opened it; null when tacit. */
  readonly by: { readonly personId: string; readonly name: string | null } | null;
}

/** One way to answer that has a last day; known from fulfilment on (IN-17). */
export interface ResponseDeadline extends TrackedDeadline {
  readonly responseTypeId: string;
  readonly name: string;
}

/** One answer (IN-18), which is a petition in process. */
export interface NoticeResponse {
  readonly petitionId: string;
  readonly responseTypeId: string;
  readonly receiptNumber: string | null;
  readonly respondedAt: Date;
  readonly personId: string;
}

/** The certificate (certidão) of fulfilment, a document of the process (IN-14). */
export interface Certificate {
  readonly documentId: string;
  readonly documentNumber: string;
  readonly filedAt: Date;
}

/**
 * An intimation as one recipient has it (a intimação de um destinatário). Carries of the act what its lists, its
 * deadlines and its events need; all of that is fixed once the act is issued.
 */
export interface Notice {
  readonly id: string;
  readonly municipalityId: string;
  readonly intimationId: string;
  /** Number of the intimation. */
  readonly number: string;
  /** State of the act: only `ISSUED` is there for its recipient. */
  readonly actState: IntimationState;
  readonly processId: string;
  /** Null until the act is bound, like `documentLabel` and `issuedAt`. */
  readonly processNumber: string | null;
  readonly unitId: string;
  /** Member of the staff who alone is shown it here, because the process was secret when it was issued; null otherwise. */
  readonly confidedTo: string | null;
  readonly body: string | null;
  readonly type: IssuedType;
  /** The principal document, then the annexes. */
  readonly documentIds: readonly string[];
  readonly documentLabel: string | null;
  /** What opens to the recipient by it today: an integral access may have become a partial one (IN-31). */
  readonly accessScope: AccessScope;
  /** Whether a partial access by an earlier intimation may be replaced (IN-05). */
  readonly replacesPartial: boolean;
  readonly recipient: NoticeRecipient;
  /** Who may read and answer: the person himself, or who represents a legal entity. Judged again at each act (PJ-05). */
  readonly representatives: readonly { readonly personId: string }[];
  readonly status: NoticeStatus;
  readonly requestedAt: Date;
  readonly issuedAt: Date | null;
  /** Days of the tacit deadline when it was issued (IN-10); null before. */
  readonly tacitDays: number | null;
  /** Null until it is issued. */
  readonly tacit: TrackedDeadline | null;
  readonly fulfilment: Fulfilment | null;
  readonly responseOptions: readonly ResponseOption[];
  readonly responseDeadlines: readonly ResponseDeadline[];
  readonly responses: readonly NoticeResponse[];
  readonly certificate: Certificate | null;
  readonly version: number;
}
