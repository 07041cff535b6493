import type { ResponseMode } from '../types/response-mode.ts';
import type { ResponseOption } from './response-option.ts';

/**
 * The act as a whole: `REQUESTED` while the process is being bound to it (em processamento), `ISSUED` once it is, for
 * good; `REFUSED` when it could not be; `WITHDRAWN` when it was bound but could not stand, and was undone.
 */
export type IntimationState = 'REQUESTED' | 'ISSUED' | 'REFUSED' | 'WITHDRAWN';

/** As the unit reads it. */
export const intimationStateLabels: Readonly<Record<IntimationState, string>> = {
  REQUESTED: 'Em processamento',
  ISSUED: 'Expedida',
  REFUSED: 'Recusada',
  WITHDRAWN: 'Desfeita',
};

/** INTEGRAL opens all documents of the process, present and future; PARTIAL the principal document and the annexes. */
export type AccessScope = 'INTEGRAL' | 'PARTIAL';

/** The type of an act, as it was when it was asked for. */
export interface IssuedType {
  readonly id: string;
  readonly name: string;
  readonly responseMode: ResponseMode;
}

/** What process said when it bound the act; null before. */
export interface Binding {
  readonly processNumber: string;
  /** By which a city may set another tacit deadline (IN-10). */
  readonly processTypeKey: string;
  /** Acronym of the body whose holidays count too; null without one. */
  readonly body: string | null;
  /** Type and number of the principal document. */
  readonly documentLabel: string;
  /** The instant of issue. */
  readonly boundAt: Date;
  /** Whether the process was secret then: holders of a credential alone read it, and process alone knows who they are. */
  readonly secret: boolean;
}

/** An intimation (intimação): one principal document, annexes, one type, 1 to 300 recipients, by a unit (IN-01). */
export interface Intimation {
  readonly id: string;
  /** `INT 2026/7`. */
  readonly number: string;
  readonly municipalityId: string;
  readonly processId: string;
  readonly unitId: string;
  readonly state: IntimationState;
  readonly type: IssuedType;
  /** Ways to answer that the unit chose, as they were then (IN-02). */
  readonly responseOptions: readonly ResponseOption[];
  readonly documentId: string;
  readonly annexDocumentIds: readonly string[];
  readonly accessScope: AccessScope;
  /** How many recipients it has. */
  readonly noticeCount: number;
  /** Member of the staff. */
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly binding: Binding | null;
  /** Member of the staff who alone is shown it here, because its process was secret; null otherwise. */
  readonly confidedTo: string | null;
  readonly issuedAt: Date | null;
  /** Why it was refused or withdrawn: a stable code, and words for the unit. */
  readonly failure: { readonly code: string; readonly message: string; readonly at: Date } | null;
  readonly version: number;
}

/** Whether it has not been decided for this long, which is an alarm. */
export function isStuck({ state, requestedAt }: Pick<Intimation, 'state' | 'requestedAt'>, now: Date): boolean {
  return state === 'REQUESTED' && now.getTime() - requestedAt.getTime() >= stuckAfterMs;
}

/** Binding takes seconds; after this long somebody has to look. */
export const stuckAfterMs = 2 * 60_000;
