import type { MovementKind } from '../processes/movement.ts';

/** What the public search of a municipality shows. */
export interface PublicSearchSettings {
  readonly municipalityId: string;
  /** `2020-01-01`: documents included or first signed before this day show that they exist only (Data de Corte, PS-02). */
  readonly contentSince: string | null;
  /** Kinds of movements in the public history (PS-04). */
  readonly movementKinds: readonly PublicMovementKind[];
}

/**
 * What the public history may tell, in words that say neither titles nor names (PS-04). Kinds that are not here tell of
 * people or of what is secret, and stay inside.
 */
const publicMovements = {
  PROCESS_OPENED: 'Processo autuado',
  PROCESS_RECEIVED: 'Processo recebido na unidade',
  PROCESS_SENT: 'Processo remetido pela unidade',
  PROCESS_CONCLUDED: 'Processo concluído na unidade',
  PROCESS_REOPENED: 'Processo reaberto na unidade',
  PROCESS_SUSPENDED: 'Processo sobrestado',
  PROCESS_RESUMED: 'Removido o sobrestamento do processo',
  PROCESS_BLOCKED: 'Processo bloqueado',
  PROCESS_ANNEXED: 'Processo anexado a outro',
  PROCESS_DETACHED: 'Processo desanexado',
  PETITION_FILED: 'Recebida petição eletrônica',
  DOCUMENT_FILED: 'Incluído documento',
  DOCUMENT_SIGNED: 'Documento assinado',
  DOCUMENT_CANCELLED: 'Documento cancelado',
} satisfies Partial<Record<MovementKind, string>>;

export type PublicMovementKind = keyof typeof publicMovements;

/** The usual summary (Histórico resumido): everything that may be told. */
export const summaryKinds = Object.keys(publicMovements) as readonly PublicMovementKind[];

export function isPublicMovementKind(kind: string): kind is PublicMovementKind {
  return Object.hasOwn(publicMovements, kind);
}

/** What a movement of this kind says in public. */
export function publicDescription(kind: PublicMovementKind): string {
  return publicMovements[kind];
}

/** The settings of a municipality that has set none. */
export function startingPublicSearch(municipalityId: string): PublicSearchSettings {
  return { municipalityId, contentSince: null, movementKinds: summaryKinds };
}
