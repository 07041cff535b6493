import type { Jobs } from '@guiche/kit/schedule';
import type { ClientSession } from 'mongoose';
import type { ReportSchedule } from '../../use-cases/reports/ports.ts';
import type { IntimationJobs } from './intimation-jobs.ts';

/** Exports of reports as jobs of the transaction that asks for them. */
export function createReportSchedule(jobs: Jobs<IntimationJobs>, session: ClientSession | undefined): ReportSchedule {
  const within = (): ClientSession => {
    if (session === undefined) throw new Error('A job is added within a transaction');
    return session;
  };
  return {
    async write(exportId, dueAt) {
      await jobs.add(within(), { kind: 'write-report', key: exportId, dueAt, data: { exportId } });
    },
    async clear(exportId, dueAt) {
      await jobs.add(within(), { kind: 'clear-report', key: exportId, dueAt, data: { exportId } });
    },
  };
}
