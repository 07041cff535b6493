import type { Jobs } from '@guiche/kit/schedule';
import type { ClientSession } from 'mongoose';
import type { Schedule } from '../../use-cases/schedule-port.ts';
import type { Reindexing } from '../../use-cases/search/ports.ts';

/** The jobs of this service, by kind. */
export type ProcessJobs = {
  'index-process': { readonly processId: string };
  'index-document': { readonly documentId: string };
  'reindex-search': Reindexing;
  'write-export': { readonly exportId: string };
  'clear-export': { readonly exportId: string };
  'forget-petition': { readonly petitionId: string };
  'expire-access': { readonly grantId: string };
  'remind-of-signature': { readonly documentId: string; readonly requestId: string };
  'expire-signature-request': { readonly documentId: string; readonly requestId: string };
  'remind-of-vista': { readonly requestId: string; readonly reminderNumber: number };
  'remind-of-task': { readonly taskId: string; readonly round: number };
  'expire-task': { readonly taskId: string; readonly round: number };
  'open-accreditation-process': { readonly ticketId: string; readonly round: number; readonly correlationId: string };
};

/** Jobs are rows of the transaction that asks for them. */
export function createSchedule(jobs: Jobs<ProcessJobs>, session: ClientSession | undefined): Schedule {
  const within = (): ClientSession => {
    if (session === undefined) throw new Error('A job is added within a transaction');
    return session;
  };
  return {
    async forgetPetition({ petitionId, dueAt }) {
      await jobs.add(within(), { kind: 'forget-petition', key: `${petitionId}/${dueAt.toISOString()}`, dueAt, data: { petitionId } });
    },
    async expireAccess({ grantId, dueAt }) {
      await jobs.add(within(), { kind: 'expire-access', key: grantId, dueAt, data: { grantId } });
    },
    async forgetExpiry(grantId) {
      await jobs.cancel(within(), 'expire-access', grantId);
    },
    async remindOfVista({ requestId, reminderNumber, dueAt }) {
      const key = `${requestId}/${String(reminderNumber)}`;
      await jobs.add(within(), { kind: 'remind-of-vista', key, dueAt, data: { requestId, reminderNumber } });
    },
    async remindOfTask({ taskId, round, dueAt }) {
      await jobs.add(within(), { kind: 'remind-of-task', key: `${taskId}/${String(round)}`, dueAt, data: { taskId, round } });
    },
    async expireTask({ taskId, round, dueAt }) {
      await jobs.add(within(), { kind: 'expire-task', key: `${taskId}/${String(round)}`, dueAt, data: { taskId, round } });
    },
    async remindOfSignature({ documentId, requestId, dueAt }) {
      await jobs.add(within(), { kind: 'remind-of-signature', key: requestId, dueAt, data: { documentId, requestId } });
    },
    async expireSignatureRequest({ documentId, requestId, dueAt }) {
      await jobs.add(within(), { kind: 'expire-signature-request', key: requestId, dueAt, data: { documentId, requestId } });
    },
    async forgetSignatureRequest(requestId) {
      await jobs.cancel(within(), 'remind-of-signature', requestId);
      await jobs.cancel(within(), 'expire-signature-request', requestId);
    },
    async openProcess({ ticketId, round, dueAt, correlationId }) {
      const key = `${ticketId}/${String(round)}`;
      await jobs.add(within(), { kind: 'open-accreditation-process', key, dueAt, data: { ticketId, round, correlationId } });
    },
  };
}
