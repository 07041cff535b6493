import type { Notice } from '../issuing/notice.ts';
import type { NoticeReminderDue, NoticeResponded } from './events.ts';

/** Whose event it is. */
export function about({ id, municipalityId }: Notice): { aggregate: { type: 'notice'; id: string }; tenantId: string } {
  return { aggregate: { type: 'notice', id }, tenantId: municipalityId };
}

/** What every event tells of its notice. */
export function refOf({ id, intimationId, municipalityId, processId }: Notice): Omit<NoticeResponded['data'], 'petitionId'> {
  return { noticeId: id, intimationId, municipalityId, processId };
}

/** What an event tells that persons are told of. */
export function toldOf(notice: Notice): Omit<NoticeReminderDue['data'], 'typeName' | 'dueOn' | 'daysLeft'> {
  const { id, number, municipalityId, processId, processNumber, unitId, representatives } = notice;
  return {
    noticeId: id,
    number,
    municipalityId,
    processId,
    processNumber: processNumber ?? '',
    unitId,
    personIds: representatives.map(({ personId }) => personId),
  };
}
