import type { Author } from '../documents/document.ts';

/** One entry of a process's history (andamento): written once, never changed. */
export interface Movement {
  readonly id: string;
  readonly processId: string;
  readonly municipalityId: string;
  readonly at: Date;
  readonly kind: MovementKind;
  /** In the words of the user: what everybody who sees the process is told. */
  readonly description: string;
  /** The same with names and reasons, for whom `movement-reading.ts` lets read them; null where there is no more to say. */
  readonly inFull?: string | null;
  readonly unitId: string | null;
  /** Who did it; null when the system did. */
  readonly by: Author | null;
  /** Whom or what it is about besides the process itself; a text would tell more than everybody may know. */
  readonly about?: MovementSubject | null;
}

/** A process named in the history of another is read under its own rights. */
export interface MovementSubject {
  readonly kind: 'staff' | 'person' | 'process';
  readonly id: string;
}

/** Cities choose by kind what the public history shows (PS-04). */
export type MovementKind =
  | 'PROCESS_OPENED'
  | 'PROCESS_RECEIVED'
  | 'PROCESS_ASSIGNED'
  | 'PROCESS_SENT'
  | 'PROCESS_CONCLUDED'
  | 'PROCESS_REOPENED'
  | 'PROCESS_SUSPENDED'
  | 'PROCESS_RESUMED'
  | 'PROCESS_BLOCKED'
  | 'PROCESS_ANNEXED'
  | 'PROCESS_DETACHED'
  | 'PROCESS_RELATED'
  | 'PROCESS_UNRELATED'
  | 'PROCESS_UPDATED'
  | 'CREDENTIAL_GRANTED'
  | 'CREDENTIAL_REVOKED'
  | 'MARKS_CHANGED'
  | 'PETITION_FILED'
  | 'DOCUMENT_WRITTEN'
  | 'DOCUMENT_FILED'
  | 'DOCUMENT_CANCELLED'
  | 'ACCESS_OFFERED'
  | 'ACCESS_GRANTED'
  | 'ACCESS_CANCELLED'
  | 'VISTA_REQUESTED'
  | 'VISTA_ANSWERED'
  | 'DOCUMENT_SIGNED'
  | 'DOCUMENT_AUTHENTICATED'
  | 'SIGNATURES_VOIDED'
  | 'SIGNATURE_REQUESTED'
  | 'SIGNATURE_REFUSED'
  | 'SIGNATURE_REQUEST_ENDED'
  | 'TASK_ASSIGNED'
  | 'TASK_RESOLVED'
  | 'TASK_ACCEPTED'
  | 'TASK_RETURNED'
  | 'TASK_CANCELLED'
  | 'TASK_EXPIRED'
  | 'INTIMATION_ISSUED'
  | 'INTIMATION_WITHDRAWN'
  | 'INTIMATION_FULFILLED'
  | 'INTIMATION_DEADLINE_CHANGED'
  | 'INTIMATION_ACCESS_REPLACED'
  | 'PROCESS_WITHDRAWN';

/** Everything of a movement but what happened. */
export type Place = Omit<Movement, 'kind' | 'description' | 'inFull'>;

/** What is said to all stands at the beginning of what is said in full. */
export function withDetail(movement: Movement, detail: string): Movement {
  return { ...movement, inFull: `${movement.description}${detail}` };
}
