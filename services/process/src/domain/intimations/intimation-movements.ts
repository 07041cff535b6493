import { formatLocalDate } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import type { Movement, Place } from '../processes/movement.ts';
import type { Binding } from './binding.ts';
import { fulfilmentKinds } from './certificate.ts';
import type { Fulfilment } from './certificate.ts';

// Everybody who sees the process reads this: who was intimated is told to the units and to himself alone (LW-03).

/** IN-06. */
export function intimationIssued(place: Place, { number, typeName, documentLabel }: Binding, facts: { on: LocalDate; recipients: number }): Movement {
  const description = `Intimação Eletrônica expedida em ${formatLocalDate(facts.on)}: ${number}, ${documentLabel}`;
  const recipients = facts.recipients === 1 ? '1 destinatário' : `${String(facts.recipients)} destinatários`;
  return { ...place, kind: 'INTIMATION_ISSUED', description, inFull: `${description} (${typeName}; ${recipients})` };
}

export function intimationWithdrawn(place: Place, { number }: Pick<Binding, 'number'>): Movement {
  return { ...place, kind: 'INTIMATION_WITHDRAWN', description: `Intimação Eletrônica ${number} tornada sem efeito antes de produzir efeitos` };
}

/** IN-16. `about` says which person it was. */
export function intimationFulfilled(
  place: Place,
  { number }: Pick<Binding, 'number'>,
  { kind, on, recipient }: Pick<Fulfilment, 'kind' | 'on' | 'recipient'>,
  certificate: { number: string },
): Movement {
  const description = `Intimação cumprida em ${formatLocalDate(on)}, conforme Certidão nº ${certificate.number}, por ${fulfilmentKinds[kind]} (${number})`;
  return { ...place, kind: 'INTIMATION_FULFILLED', description, inFull: `${description}: ${recipient.name}` };
}

/** IN-20, and holidays that became known late. */
export function deadlineChanged(
  place: Place,
  { number }: Pick<Binding, 'number'>,
  { deadline, formerOn, dueOn, cause }: { deadline: 'TACIT' | 'RESPONSE'; formerOn: LocalDate; dueOn: LocalDate; cause: string },
): Movement {
  const name = deadline === 'TACIT' ? 'Prazo tácito' : 'Prazo de resposta';
  // The same day may end at another instant: in another time zone.
  const change = formerOn === dueOn ? `mantido em ${formatLocalDate(dueOn)}, com outro horário de término` : `alterado de ${formatLocalDate(formerOn)} para ${formatLocalDate(dueOn)}`;
  const description = `${name} da intimação ${number} ${change}: ${cause}`;
  return { ...place, kind: 'INTIMATION_DEADLINE_CHANGED', description };
}

/** IN-31; `waived` is an exception by an administrator. */
export function intimationAccessReplaced(place: Place, numbers: readonly string[], waiver: { reason: string } | null): Movement {
  const description = `Acesso integral de intimação (${numbers.join(', ')}) substituído por parcial${waiver === null ? '' : ', por exceção do administrador'}`;
  return { ...place, kind: 'INTIMATION_ACCESS_REPLACED', description, inFull: waiver === null ? null : `${description}: ${waiver.reason}` };
}

/** PT-05, for a response (IN-18). */
export function responseReceived(place: Place, receipt: { number: string; filedOn: LocalDate }, { number }: Pick<Binding, 'number'>): Movement {
  const description = `Recebida a resposta à intimação ${number} em ${formatLocalDate(receipt.filedOn)}, conforme Recibo Eletrônico de Protocolo nº ${receipt.number}`;
  return { ...place, kind: 'PETITION_FILED', description };
}
