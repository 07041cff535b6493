import { formatLocalDate } from '@guiche/kit/calendar';
import type { Movement, Place } from './movement.ts';

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

export function processWithdrawn(place: Place): Movement {
  return { ...place, kind: 'PROCESS_WITHDRAWN', description: 'Processo cancelado: a liberação do usuário externo não foi concluída' };
}
