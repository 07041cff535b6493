import { formatLocalDate } from '@guiche/kit/calendar';
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

export function processOpened(place: Place, typeName: string): Movement {
  return { ...place, kind: 'PROCESS_OPENED', description: `Processo autuado: ${typeName}` };
}

export function processReceived(place: Place, unit: { acronym: string }): Movement {
  return { ...place, kind: 'PROCESS_RECEIVED', description: `Processo recebido na unidade ${unit.acronym}` };
}

/** `staffId` null takes the assignment back. */
export function processAssigned(place: Place, unit: { acronym: string }, staffId: string | null): Movement {
  const description = staffId === null ? `Atribuição retirada na unidade ${unit.acronym}` : `Processo atribuído na unidade ${unit.acronym}`;
  return { ...place, kind: 'PROCESS_ASSIGNED', description, about: staffId === null ? null : { kind: 'staff', id: staffId } };
}

/** `dueOn` is the day the unit wants it back. */
export function processSent(
  place: Place,
  { from, to, keptOpen, dueOn }: { from: { acronym: string }; to: readonly { acronym: string }[]; keptOpen: boolean; dueOn: string | null },
): Movement {
  const parts = [
    `Processo remetido pela unidade ${from.acronym} para ${to.map(({ acronym }) => acronym).join(', ')}`,
    ...(dueOn === null ? [] : [`com retorno até ${formatLocalDate(dueOn)}`]),
    ...(keptOpen ? [`mantido aberto em ${from.acronym}`] : []),
  ];
  return { ...place, kind: 'PROCESS_SENT', description: parts.join('; ') };
}

export function processConcluded(place: Place, unit: { acronym: string }): Movement {
  return { ...place, kind: 'PROCESS_CONCLUDED', description: `Processo concluído na unidade ${unit.acronym}` };
}

export function processReopened(place: Place, unit: { acronym: string }): Movement {
  return { ...place, kind: 'PROCESS_REOPENED', description: `Processo reaberto na unidade ${unit.acronym}` };
}

export function petitionReceived(place: Place, receipt: { number: string; filedOn: string }): Movement {
  return { ...place, kind: 'PETITION_FILED', description: `Petição protocolada, conforme o Recibo Eletrônico de Protocolo ${receipt.number}` };
}

export function processSuspended(place: Place, reason: string): Movement {
  return { ...place, kind: 'PROCESS_SUSPENDED', description: `Processo sobrestado: ${reason}` };
}

export function processResumed(place: Place): Movement {
  return { ...place, kind: 'PROCESS_RESUMED', description: 'Encerrado o sobrestamento do processo' };
}

export function processBlocked(place: Place, reason: string): Movement {
  return { ...place, kind: 'PROCESS_BLOCKED', description: `Processo bloqueado: ${reason}` };
}

/** In the history of the process that was annexed; `principal` is read under its own rights. */
export function annexedTo(place: Place, principal: { id: string }): Movement {
  return { ...place, kind: 'PROCESS_ANNEXED', description: 'Processo anexado a outro, no qual continua', about: { kind: 'process', id: principal.id } };
}

/** In the history of the principal process. */
export function tookAnnex(place: Place, annex: { id: string }): Movement {
  return { ...place, kind: 'PROCESS_ANNEXED', description: 'Outro processo foi anexado a este', about: { kind: 'process', id: annex.id } };
}

export function detachedFrom(place: Place, principal: { id: string }, reason: string): Movement {
  return { ...place, kind: 'PROCESS_DETACHED', description: `Processo desanexado de outro: ${reason}`, about: { kind: 'process', id: principal.id } };
}

export function releasedAnnex(place: Place, annex: { id: string }, reason: string): Movement {
  return { ...place, kind: 'PROCESS_DETACHED', description: `Outro processo foi desanexado deste: ${reason}`, about: { kind: 'process', id: annex.id } };
}

export function processRelated(place: Place, other: { id: string }): Movement {
  return { ...place, kind: 'PROCESS_RELATED', description: 'Processo relacionado a outro', about: { kind: 'process', id: other.id } };
}

export function processUnrelated(place: Place, other: { id: string }): Movement {
  return { ...place, kind: 'PROCESS_UNRELATED', description: 'Relacionamento com outro processo retirado', about: { kind: 'process', id: other.id } };
}

/** `changed` names the fields as people call them, never what is in them. */
export function processUpdated(place: Place, changed: readonly string[]): Movement {
  return { ...place, kind: 'PROCESS_UPDATED', description: `Alterados dados do processo: ${changed.join(', ')}` };
}

export function credentialGranted(place: Place, staffId: string): Movement {
  return { ...place, kind: 'CREDENTIAL_GRANTED', description: 'Concedida credencial de acesso ao processo', about: { kind: 'staff', id: staffId } };
}

export function credentialRevoked(place: Place, staffId: string): Movement {
  return { ...place, kind: 'CREDENTIAL_REVOKED', description: 'Cassada credencial de acesso ao processo', about: { kind: 'staff', id: staffId } };
}

export function marksChanged(place: Place, unit: { acronym: string }): Movement {
  return { ...place, kind: 'MARKS_CHANGED', description: `Marcadores alterados na unidade ${unit.acronym}` };
}

/** A draft: its title is for its unit alone, history for everybody. */
export function documentWritten(place: Place, document: { number: string }): Movement {
  return { ...place, kind: 'DOCUMENT_WRITTEN', description: `Elaborada a minuta do documento ${document.number}` };
}

// Everybody who sees the process reads this, so that it tells the type of a document but never its title.
export function documentFiled(place: Place, document: { number: string; type: string }): Movement {
  return { ...place, kind: 'DOCUMENT_FILED', description: `Incluído o documento ${document.number} (${document.type})` };
}

export function documentCancelled(place: Place, document: { number: string; type: string }, reason: string): Movement {
  return withDetail({ ...place, kind: 'DOCUMENT_CANCELLED', description: `Cancelado o documento ${document.number} (${document.type})` }, `: ${reason}`);
}

export function accessOffered(place: Place, document: { number: string }): Movement {
  return { ...place, kind: 'ACCESS_OFFERED', description: `Liberado acesso externo ao documento ${document.number} para assinatura` };
}

export function documentSigned(place: Place, document: { number: string }, signerName: string): Movement {
  return withDetail({ ...place, kind: 'DOCUMENT_SIGNED', description: `Documento ${document.number} assinado` }, ` por ${signerName}`);
}

/** A copy was declared true to its paper (SG-04). */
export function documentAuthenticated(place: Place, document: { number: string }, signerName: string): Movement {
  return withDetail({ ...place, kind: 'DOCUMENT_AUTHENTICATED', description: `Documento ${document.number} autenticado` }, ` por ${signerName}`);
}

/** Signatures ended with the content they were for (SG-07). */
export function signaturesVoided(place: Place, document: { number: string }, reason: string): Movement {
  return withDetail({ ...place, kind: 'SIGNATURES_VOIDED', description: `Assinaturas do documento ${document.number} anuladas` }, `: ${reason}`);
}

/** Whom it asks is told apart: the process knows no names of persons. */
export function signatureRequested(place: Place, document: { number: string }, signer: { kind: 'person' | 'staff'; id: string }): Movement {
  return { ...place, kind: 'SIGNATURE_REQUESTED', description: `Solicitada assinatura do documento ${document.number}`, about: signer };
}

export function signatureRefused(place: Place, document: { number: string }, reason: string): Movement {
  return withDetail({ ...place, kind: 'SIGNATURE_REFUSED', description: `Recusada a assinatura do documento ${document.number}` }, `: ${reason}`);
}

export function signatureRequestCancelled(place: Place, document: { number: string }, reason: string): Movement {
  return withDetail({ ...place, kind: 'SIGNATURE_REQUEST_ENDED', description: `Cancelado o pedido de assinatura do documento ${document.number}` }, `: ${reason}`);
}

export function signatureRequestExpired(place: Place, document: { number: string }): Movement {
  return { ...place, kind: 'SIGNATURE_REQUEST_ENDED', description: `Expirado o pedido de assinatura do documento ${document.number}` };
}

export function processWithdrawn(place: Place): Movement {
  return { ...place, kind: 'PROCESS_WITHDRAWN', description: 'Processo cancelado: a liberação do usuário externo não foi concluída' };
}

/** What is said to all stands at the beginning of what is said in full. */
function withDetail(movement: Movement, detail: string): Movement {
  return { ...movement, inFull: `${movement.description}${detail}` };
}
