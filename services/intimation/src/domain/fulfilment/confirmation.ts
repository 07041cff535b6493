import { formatLocalDate, localDate } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import { fulfilmentDate } from '../deadlines/fulfilment-date.ts';
import type { Notice } from '../issuing/notice.ts';
import { countResponses } from './count-responses.ts';
import type { LegalDays } from './legal-days.ts';

/** What a recipient is asked to confirm before the content opens (IN-07). */
export interface Confirmation {
  /** In Portuguese. */
  readonly text: string;
  /** Changes with everything the text promises; whoever confirms shows which one was read. */
  readonly version: string;
}

/** The confirmation as it stands at an instant; null when there is nothing to confirm. */
export function confirmationOf(notice: Notice, at: Date, days: LegalDays): Confirmation | null {
  const { tacit, number } = notice;
  if (notice.actState !== 'ISSUED' || notice.fulfilment !== null || tacit === null) return null;
  const isOver = at.getTime() > tacit.current.endsAt.getTime();
  const on = isOver ? tacit.current.date : fulfilmentDate(localDate(at, days.calendar.timeZone), days.calendar).date;
  const responses = countResponses(notice.responseOptions, on, days);
  const tacitOn = formatLocalDate(tacit.current.date);
  const paragraphs = isOver
    ? [
        `O prazo tácito da intimação ${number} terminou em ${tacitOn}. Ao confirmar, o conteúdo é aberto e ela fica cumprida por decurso do prazo tácito, com essa data.`,
      ]
    : [
        `Ao confirmar, o conteúdo da intimação ${number} é aberto e ela é considerada cumprida por consulta direta, com a data de ${formatLocalDate(on)}.${notToday(at, on, days)}`,
        `Sem a confirmação, ela será considerada cumprida por decurso do prazo tácito no fim de ${tacitOn}.`,
        'A data e a hora da confirmação, o endereço de rede e o navegador ficam registrados.',
      ];
  const terms = responses.map(({ name, current }) => `${name}: até as 23:59:59 de ${formatLocalDate(current.date)}.`);
  return {
    text: [...paragraphs, ...(terms.length === 0 ? [] : [`Prazos para responder, a contar dessa data:\n${terms.join('\n')}`])].join('\n\n'),
    version: [notice.version, isOver ? 'T' : 'C', on, ...responses.map(({ current }) => current.date)].join('.'),
  };
}

function notToday(at: Date, on: LocalDate, { calendar }: LegalDays): string {
  return localDate(at, calendar.timeZone) === on ? '' : ' Hoje não é dia útil: vale o próximo.';
}
