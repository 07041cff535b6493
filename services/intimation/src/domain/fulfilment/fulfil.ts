import { formatLocalDate, localDate } from '@guiche/kit/calendar';
import { fulfilmentDate } from '../deadlines/fulfilment-date.ts';
import type { Fulfilment, Notice } from '../issuing/notice.ts';
import { countResponses } from './count-responses.ts';
import { fulfilmentErrors } from './errors.ts';
import type { NoticeFulfilled } from './events.ts';
import type { LegalDays } from './legal-days.ts';
import { about, refOf } from './notice-facts.ts';

/** A recipient opens the notice, or its tacit deadline is over. */
export type FulfilmentAct =
  | {
      readonly kind: 'CONSULTATION';
      readonly at: Date;
      readonly by: { readonly personId: string; readonly name: string | null };
      readonly address: string | null;
      readonly userAgent: string | null;
    }
  | { readonly kind: 'TACIT'; readonly at: Date };

/**
 * Fulfils a notice, by consultation (IN-13) or tacitly (IN-12): one function for both, so that whoever comes second
 * finds it done (`undefined`). The instant of the act decides a tie: a consultation up to 23:59:59.999 of the tacit day
 * is one, whether or not the job is late; a later one finds the deadline over, and the notice is fulfilled tacitly with
 * its stored legal date, never that of the run. Throws `NOTICE_NOT_ISSUED` or `TACIT_DEADLINE_OPEN`.
 */
export function fulfil(
  notice: Notice,
  act: FulfilmentAct,
  { days, recipientName }: { days: LegalDays; recipientName: string | null },
): { state: Notice; events: readonly NoticeFulfilled[] } | undefined {
  const { actState, issuedAt, tacit } = notice;
  if (actState !== 'ISSUED' || issuedAt === null || tacit === null) throw fulfilmentErrors.NOTICE_NOT_ISSUED();
  if (notice.fulfilment !== null) return undefined;

  const isOver = act.at.getTime() > tacit.current.endsAt.getTime();
  if (act.kind === 'TACIT' && !isOver) throw fulfilmentErrors.TACIT_DEADLINE_OPEN({ date: formatLocalDate(tacit.current.date) });

  const fulfilment: Fulfilment =
    act.kind === 'CONSULTATION' && !isOver
      ? {
          kind: 'CONSULTATION',
          on: fulfilmentDate(localDate(act.at, days.calendar.timeZone), days.calendar).date,
          at: act.at,
          consultedAt: act.at,
          address: act.address,
          userAgent: act.userAgent,
          by: act.by,
        }
      : { kind: 'TACIT', on: tacit.current.date, at: act.at, consultedAt: null, address: null, userAgent: null, by: null };

  const responseDeadlines = countResponses(notice.responseOptions, fulfilment.on, days);
  const { consultedAt, by } = fulfilment;
  return {
    state: {
      ...notice,
      status: fulfilment.kind === 'CONSULTATION' ? 'FULFILLED_BY_CONSULTATION' : 'FULFILLED_TACITLY',
      fulfilment,
      responseDeadlines,
      version: notice.version + 1,
    },
    events: [
      {
        type: 'NoticeFulfilled',
        ...about(notice),
        data: {
          ...refOf(notice),
          kind: fulfilment.kind,
          fulfilledOn: fulfilment.on,
          fulfilledAt: fulfilment.at,
          ...(consultedAt === null ? {} : { consultedAt }),
          ...(by === null ? {} : { consultedBy: by.personId }),
          ...(by?.name == null ? {} : { consultedByName: by.name }),
          legalEntity: false,
          recipientName: notice.recipient.name ?? recipientName ?? '',
          typeName: notice.type.name,
          issuedAt,
          responseDeadlines: responseDeadlines.map(({ responseTypeId, name, current }) => ({
            responseTypeId,
            name,
            dueOn: current.date,
            dueAt: current.endsAt,
          })),
          openResponses: notice.responseOptions
            .filter(({ amount }) => amount === null)
            .map(({ responseTypeId, name }) => ({ responseTypeId, name })),
          tacitOn: tacit.current.date,
          responseMode: notice.type.responseMode,
        },
      },
    ],
  };
}
