import type { Jobs } from '@guiche/kit/schedule';
import type { ClientSession } from 'mongoose';
import type { TicketSchedule } from '../../use-cases/ports.ts';
import type { TicketJobs } from './job-reactions.ts';

/** Rows on the schedule, added in the transaction of the act that needs them. */
export function ticketSchedule(jobs: Jobs<TicketJobs>, session: ClientSession | undefined): TicketSchedule {
  const bound = (): ClientSession => {
    if (session === undefined) throw new Error('Jobs are added in a transaction only');
    return session;
  };
  return {
    async closeAt({ ticketId, solutionId, dueAt, id }) {
      await jobs.add(bound(), { kind: 'close-ticket', key: solutionId, dueAt, data: { ticketId, solutionId }, id });
    },
    async watchSettlement({ ticketId, settlementId, dueAt, id }) {
      await jobs.add(bound(), { kind: 'watch-settlement', key: settlementId, dueAt, data: { ticketId, settlementId }, id });
    },
  };
}
