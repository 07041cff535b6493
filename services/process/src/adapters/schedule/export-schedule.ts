import type { Jobs } from '@guiche/kit/schedule';
import type { ClientSession } from 'mongoose';
import type { ExportSchedule } from '../../use-cases/exports/ports.ts';
import type { ProcessJobs } from './schedule.ts';

/** Exports as jobs of the transaction that asks for them. */
export function createExportSchedule(jobs: Jobs<ProcessJobs>, session: ClientSession | undefined): ExportSchedule {
  const within = (): ClientSession => {
    if (session === undefined) throw new Error('A job is added within a transaction');
    return session;
  };
  return {
    async write({ exportId, dueAt }) {
      await jobs.add(within(), { kind: 'write-export', key: exportId, dueAt, data: { exportId } });
    },
    async hasten(exportId) {
      await jobs.hasten(within(), 'write-export', exportId);
    },
    async clear({ exportId, dueAt }) {
      await jobs.add(within(), { kind: 'clear-export', key: `${exportId}/${dueAt.toISOString()}`, dueAt, data: { exportId } });
    },
  };
}
