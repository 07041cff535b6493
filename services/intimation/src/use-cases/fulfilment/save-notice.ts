import type { DomainEvent } from '@guiche/kit/outbox';
import type { AuditFact, Outcome } from '@guiche/kit/use-case';
import { instantsOf } from '../../domain/fulfilment/notice-instants.ts';
import type { Notice } from '../../domain/issuing/notice.ts';
import type { Ports } from '../ports.ts';
import type { NoticeSchedule } from './ports.ts';

/** Saves what became of a notice, with what has to happen to it next. */
export async function saveNotice(
  before: Notice,
  { state, events }: { readonly state: Notice; readonly events: readonly DomainEvent[] },
  { notices, noticeSchedule }: Pick<Ports, 'notices' | 'noticeSchedule'>,
): Promise<Outcome<{ noticeId: string }>> {
  await notices.update(state);
  await scheduleNext(state, noticeSchedule);
  return { result: { noticeId: state.id }, events, audit: [traceOf(before, state)] };
}

/** Lines up what has to happen to a notice by itself. */
export async function scheduleNext(notice: Notice, schedule: NoticeSchedule): Promise<void> {
  const { fulfilTacitlyAt, markOverdueAt, reminders } = instantsOf(notice);
  const { id: noticeId } = notice;
  if (fulfilTacitlyAt !== null) await schedule.fulfilTacitly({ noticeId, dueAt: fulfilTacitlyAt });
  if (markOverdueAt !== null) await schedule.markOverdue({ noticeId, dueAt: markOverdueAt });
  for (const { daysBefore, at } of reminders) await schedule.remind({ noticeId, daysBefore, dueAt: at });
}

/** The legal trace: situation and dates before and after; who opened it, from where and with what. */
export function traceOf(before: Notice, after: Notice): AuditFact {
  return { entity: { type: 'notice', id: after.id }, municipalityId: after.municipalityId, before: picture(before), after: picture(after) };
}

function picture({ status, tacit, fulfilment, responseDeadlines, responses, certificate }: Notice): object {
  return {
    status,
    tacitOn: tacit?.current.date ?? null,
    responseDates: responseDeadlines.map(({ responseTypeId, current }) => ({ responseTypeId, dueOn: current.date })),
    ...(fulfilment === null
      ? {}
      : {
          fulfilment: {
            kind: fulfilment.kind,
            on: fulfilment.on,
            consultedAt: fulfilment.consultedAt,
            address: fulfilment.address,
            userAgent: fulfilment.userAgent,
            personId: fulfilment.by?.personId ?? null,
          },
        }),
    petitionIds: responses.map(({ petitionId }) => petitionId),
    certificate: certificate?.documentId ?? null,
  };
}
