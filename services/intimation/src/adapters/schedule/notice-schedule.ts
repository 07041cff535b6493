import type { Jobs } from '@guiche/kit/schedule';
import type { ClientSession } from 'mongoose';
import type { NoticeSchedule } from '../../use-cases/fulfilment/ports.ts';
import type { IntimationJobs } from './intimation-jobs.ts';

/** What happens to notices by itself, as rows of the transaction that asks for it. */
export function createNoticeSchedule(jobs: Jobs<IntimationJobs>, session: ClientSession | undefined): NoticeSchedule {
  const within = (): ClientSession => {
    if (session === undefined) throw new Error('A job is added within a transaction');
    return session;
  };
  return {
    async expectAnswers(dates) {
      const due = dates.flatMap(({ noticeId, markOverdueAt, reminders }) => [
        ...(markOverdueAt === null ? [] : [{ kind: 'mark-overdue' as const, key: noticeId, dueAt: markOverdueAt, data: { noticeId } }]),
        ...reminders.map(({ daysBefore, at }) => ({ kind: 'remind' as const, key: reminderKey(noticeId, daysBefore), dueAt: at, data: { noticeId, daysBefore } })),
      ]);
      await jobs.addAll<'mark-overdue' | 'remind'>(within(), due);
    },
    async fulfilTacitly({ noticeId, dueAt }) {
      await jobs.put(within(), { kind: 'fulfil-tacitly', key: noticeId, dueAt, data: { noticeId } });
    },
    async markOverdue({ noticeId, dueAt }) {
      await jobs.put(within(), { kind: 'mark-overdue', key: noticeId, dueAt, data: { noticeId } });
    },
    async remind({ noticeId, daysBefore, dueAt }) {
      const key = reminderKey(noticeId, daysBefore);
      const added = await jobs.add(within(), { kind: 'remind', key, dueAt, data: { noticeId, daysBefore } });
      if (!added) await jobs.reschedule(within(), 'remind', key, dueAt);
    },
    async forgetAnswer(noticeId) {
      await jobs.cancel(within(), 'mark-overdue', noticeId);
      for (const daysBefore of [5, 1]) await jobs.cancel(within(), 'remind', reminderKey(noticeId, daysBefore));
    },
  };
}

function reminderKey(noticeId: string, daysBefore: number): string {
  return `${noticeId}:${String(daysBefore)}`;
}
