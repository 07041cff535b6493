import { formatLocalDate } from '@guiche/kit/calendar';
import type { Movement, Place } from '../processes/movement.ts';

// Whom it was given to is personal data: the list of accesses tells it to the unit, the history does not (LW-03).
const scopes = { INTEGRAL: 'integral', PARTIAL: 'parcial' } as const;

export function accessGranted(place: Place, { scope, expiresOn }: { scope: 'INTEGRAL' | 'PARTIAL'; expiresOn: string }): Movement {
  return { ...place, kind: 'ACCESS_GRANTED', description: `Disponibilizado acesso externo ${scopes[scope]}, válido até ${formatLocalDate(expiresOn)}` };
}

export function accessCancelled(place: Place, { scope }: { scope: 'INTEGRAL' | 'PARTIAL' }): Movement {
  return { ...place, kind: 'ACCESS_CANCELLED', description: `Cancelado acesso externo ${scopes[scope]}` };
}

export function vistaRequested(place: Place, unit: { acronym: string }): Movement {
  return { ...place, kind: 'VISTA_REQUESTED', description: `Pedido de vista encaminhado à unidade ${unit.acronym}` };
}

export function vistaAnswered(place: Place, decision: 'GRANTED' | 'DENIED'): Movement {
  return { ...place, kind: 'VISTA_ANSWERED', description: decision === 'GRANTED' ? 'Pedido de vista deferido' : 'Pedido de vista indeferido' };
}

export function accessOffered(place: Place, document: { number: string }): Movement {
  return { ...place, kind: 'ACCESS_OFFERED', description: `Liberado acesso externo ao documento ${document.number} para assinatura` };
}
