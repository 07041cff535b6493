import type { Jobs } from '@guiche/kit/schedule';
import type { ClientSession } from 'mongoose';
import type { Schedule } from '../../use-cases/ports.ts';

/** The jobs of this service, by kind. */
export type ProcessJobs = {
  'open-accreditation-process': { readonly ticketId: string; readonly round: number; readonly correlationId: string };
};

/** Jobs are rows of the transaction that asks for them. */
export function createSchedule(jobs: Jobs<ProcessJobs>, session: ClientSession | undefined): Schedule {
  return {
    async openProcess({ ticketId, round, dueAt, correlationId }) {
      if (session === undefined) throw new Error('A job is added within a transaction');
      const key = `${ticketId}/${String(round)}`;
      await jobs.add(session, { kind: 'open-accreditation-process', key, dueAt, data: { ticketId, round, correlationId } });
    },
  };
}
