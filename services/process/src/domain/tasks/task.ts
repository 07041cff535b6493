import type { SignatureLevel } from '../signatures/signature.ts';

/** What a unit asks of a person (TA-02). */
export type TaskKind = 'COMPLEMENT' | 'SIGN' | 'ACKNOWLEDGE' | 'RESPOND';

/** Aberta -> Respondida -> Aceita | Devolvida, which is open again; Expirada; Cancelada (TA-02). */
export type TaskState = 'OPEN' | 'RESOLVED' | 'ACCEPTED' | 'RETURNED' | 'EXPIRED' | 'CANCELLED';

/** Documents that have to come with the answer: at least so many of a type. */
export interface Requirement {
  readonly typeKey: string;
  /** Name of the type as it was when the task was given. */
  readonly typeName: string;
  readonly minimum: number;
}

/** What the person did last. What was sent stands in the process as documents. */
export interface TaskAnswer {
  readonly at: Date;
  readonly documentIds: readonly string[];
  /** The password's authorization; null when no signature was asked for. */
  readonly authorizationId: string | null;
}

/** What a unit decided last. */
export interface TaskDecision {
  readonly kind: 'ACCEPTED' | 'RETURNED' | 'CANCELLED';
  readonly at: Date;
  readonly staffId: string;
  readonly unitId: string;
  /** Why; null when the answer was accepted. */
  readonly reason: string | null;
}

/** Something a unit asks a person to do in a process (pendência, TA-01). */
export interface Task {
  readonly id: string;
  readonly municipalityId: string;
  readonly processId: string;
  readonly processNumber: string;
  /** Unit that asks, where the answer arrives. */
  readonly unitId: string;
  readonly personId: string;
  readonly kind: TaskKind;
  /** What to do, in the words of the unit. */
  readonly instructions: string;
  readonly requirements: readonly Requirement[];
  /** Least level of the signature; the system's password serves only where the unit allows it (SG-02). Null wants none. */
  readonly signatureLevel: SignatureLevel | null;
  /** The document to sign; null unless `kind` is SIGN. */
  readonly documentId: string | null;
  readonly state: TaskState;
  /** Grows each time the task is returned; jobs and authorizations are for one round. */
  readonly round: number;
  /** Last day, on the municipality's calendar. */
  readonly dueOn: string;
  /** Last instant of that day. */
  readonly dueAt: Date;
  readonly assignedAt: Date;
  readonly assignedBy: string;
  readonly answer: TaskAnswer | null;
  readonly decision: TaskDecision | null;
  readonly version: number;
}

/** Whether the person has something to do. */
export function awaitsPerson({ state }: Pick<Task, 'state'>): boolean {
  return state === 'OPEN' || state === 'RETURNED';
}

/** Whether the answer itself is signed; in a task to sign it is the document that is. */
export function wantsSignedAnswer({ kind, signatureLevel }: Pick<Task, 'kind' | 'signatureLevel'>): boolean {
  return kind !== 'SIGN' && signatureLevel !== null;
}

/** What people read for a kind. */
export function taskKindLabel(kind: TaskKind): string {
  return kindLabels[kind];
}

/** What people read for a state. */
export function taskStateLabel(state: TaskState): string {
  return stateLabels[state];
}

const kindLabels: Readonly<Record<TaskKind, string>> = {
  COMPLEMENT: 'Complementação',
  SIGN: 'Assinatura',
  ACKNOWLEDGE: 'Ciência',
  RESPOND: 'Resposta',
};

const stateLabels: Readonly<Record<TaskState, string>> = {
  OPEN: 'Aberta',
  RESOLVED: 'Respondida',
  ACCEPTED: 'Aceita',
  RETURNED: 'Devolvida',
  EXPIRED: 'Expirada',
  CANCELLED: 'Cancelada',
};
