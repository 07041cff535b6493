import type { Jobs } from '@guiche/kit/schedule';
import type { ClientSession } from 'mongoose';
import type { IssuingSchedule } from '../../use-cases/issuing/ports.ts';
import type { IntimationJobs } from './intimation-jobs.ts';

/** Jobs are rows of the transaction that asks for them. */
export function createSchedule(jobs: Jobs<IntimationJobs>, session: ClientSession | undefined): IssuingSchedule {
  const within = (): ClientSession => {
    if (session === undefined) throw new Error('A job is added within a transaction');
    return session;
  };
  return {
    async watchIntimation({ intimationId, dueAt }) {
      await jobs.add(within(), { kind: 'watch-intimation', key: intimationId, dueAt, data: { intimationId } });
    },
    async fulfilTacitly(notices) {
      const due = notices.map(({ noticeId, dueAt }) => ({ kind: 'fulfil-tacitly' as const, key: noticeId, dueAt, data: { noticeId } }));
      await jobs.addAll(within(), due);
    },
  };
}
