import type { Notice } from '../issuing/notice.ts';
import type { TrackedDeadline } from '../issuing/tracked-deadline.ts';
import type { NoticeDeadlineChanged, NoticeFulfilled } from './events.ts';
import { fulfil } from './fulfil.ts';
import type { LegalDays } from './legal-days.ts';
import { recount } from './recount.ts';

/**
 * What the tacit deadline of a notice comes to at an instant (IN-12). It is counted once more by the calendar of now: a
 * day without work that was registered a moment ago may not have come to this notice yet, and nobody is fulfilled before
 * the legal date. `undefined` when there is nothing to do: not issued, fulfilled already, or not over and where it was.
 */
export function applyTacitDeadline(
  notice: Notice,
  { days, recipientName, now }: { days: LegalDays; recipientName: string | null; now: Date },
): { state: Notice; events: readonly (NoticeDeadlineChanged | NoticeFulfilled)[] } | undefined {
  const { actState, fulfilment, tacit } = notice;
  if (actState !== 'ISSUED' || fulfilment !== null || tacit === null) return undefined;
  const counted = countedAgain(notice, tacit, days, now);
  const current = counted?.state ?? notice;
  const isOver = current.tacit !== null && now > current.tacit.current.endsAt;
  const done = isOver ? fulfil(current, { kind: 'TACIT', at: now }, { days, recipientName }) : undefined;
  const state = done?.state ?? counted?.state;
  return state === undefined ? undefined : { state: { ...state, version: notice.version + 1 }, events: [...(counted?.events ?? []), ...(done?.events ?? [])] };
}

/**
 * Whether a tacit deadline that is over by what is stored is another one by the calendar of now: a recipient who opens the
 * notice meanwhile would be fulfilled with a date that is not the legal one.
 */
export function isTacitDateOutdated(notice: Notice, { days, now }: { days: LegalDays; now: Date }): boolean {
  const { fulfilment, tacit } = notice;
  if (fulfilment !== null || tacit === null || now <= tacit.current.endsAt) return false;
  const counted = countedAgain(notice, tacit, days, now);
  return counted !== undefined && counted.state.tacit?.current.endsAt.getTime() !== tacit.current.endsAt.getTime();
}

function countedAgain(notice: Notice, tacit: TrackedDeadline, days: LegalDays, now: Date): ReturnType<typeof recount> {
  return recount(notice, days, { at: now, reason: 'Calendário do município alterado depois da expedição.', fromDate: tacit.current.date });
}
