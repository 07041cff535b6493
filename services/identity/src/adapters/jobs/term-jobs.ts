import type { ClientSession } from 'mongoose';
import type { Jobs } from '@guiche/kit/schedule';
import { overdueFrom, reminderDays, remindersOf } from '../../domain/term-schedule.ts';
import type { TermJobs } from '../../use-cases/ports.ts';

/** Jobs of this service with the data they carry. */
export type TermJobData = {
  'term-reminder': { accreditationId: string; daysLeft: number };
  'term-deadline': { accreditationId: string };
};

/** Reminders and deadline as rows in the transaction of the release. Their keys name the process: one term, one set. */
export function termJobs(jobs: Jobs<TermJobData>, session: ClientSession | undefined): TermJobs {
  const bound = (): ClientSession => {
    if (session === undefined) throw new Error('Jobs are planned in a transaction');
    return session;
  };
  return {
    async plan({ id: accreditationId }, release, { now, timeZone }) {
      for (const { daysLeft, dueAt } of remindersOf(release, now, timeZone)) {
        const key = `${release.processId}:${String(daysLeft)}`;
        await jobs.add(bound(), { kind: 'term-reminder', key, dueAt, data: { accreditationId, daysLeft } });
      }
      const dueAt = overdueFrom(release);
      await jobs.add(bound(), { kind: 'term-deadline', key: release.processId, dueAt, data: { accreditationId } });
    },
    async cancel({ release }) {
      if (release === null) return;
      for (const daysLeft of reminderDays) await jobs.cancel(bound(), 'term-reminder', `${release.processId}:${String(daysLeft)}`);
      await jobs.cancel(bound(), 'term-deadline', release.processId);
    },
  };
}
