import type { Author } from '../documents/document.ts';

/** One entry of a process's history (andamento): written once, never changed. */
export interface Movement {
  readonly id: string;
  readonly processId: string;
  readonly municipalityId: string;
  readonly at: Date;
  readonly kind: MovementKind;
  /** In the words of the user. */
  readonly description: string;
  readonly unitId: string | null;
  /** Who did it; null when the system did. */
  readonly by: Author | null;
}

/** Cities choose by kind what the public history shows (PS-04). */
export type MovementKind =
  | 'PROCESS_OPENED'
  | 'PROCESS_RECEIVED'
  | 'DOCUMENT_FILED'
  | 'ACCESS_OFFERED'
  | 'DOCUMENT_SIGNED'
  | 'PROCESS_WITHDRAWN';

/** Everything of a movement but what happened. */
export type Place = Omit<Movement, 'kind' | 'description'>;

export function processOpened(place: Place, typeName: string): Movement {
  return { ...place, kind: 'PROCESS_OPENED', description: `Processo autuado: ${typeName}` };
}

export function processReceived(place: Place, unit: { acronym: string }): Movement {
  return { ...place, kind: 'PROCESS_RECEIVED', description: `Processo recebido na unidade ${unit.acronym}` };
}

export function documentFiled(place: Place, document: { number: string; title: string }): Movement {
  return { ...place, kind: 'DOCUMENT_FILED', description: `Incluído o documento ${document.number} (${document.title})` };
}

export function accessOffered(place: Place, document: { number: string }): Movement {
  return { ...place, kind: 'ACCESS_OFFERED', description: `Liberado acesso externo ao documento ${document.number} para assinatura` };
}

export function documentSigned(place: Place, document: { number: string }, signerName: string): Movement {
  return { ...place, kind: 'DOCUMENT_SIGNED', description: `Documento ${document.number} assinado por ${signerName}` };
}

export function processWithdrawn(place: Place): Movement {
  return { ...place, kind: 'PROCESS_WITHDRAWN', description: 'Processo cancelado: a liberação do usuário externo não foi concluída' };
}
