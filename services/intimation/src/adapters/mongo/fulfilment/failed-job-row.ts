import type { JobRow } from '@guiche/kit/schedule';
import { Schema } from 'mongoose';
import type { FailedNotice, NoticeWork } from '../../../domain/fulfilment/failed-notice.ts';

/** A job of kit/schedule that failed for good, with the notice it was for. */
export interface FailedJobRow extends Omit<JobRow, 'data'> {
  readonly data: { readonly noticeId: string };
  readonly notice: readonly { readonly number: string; readonly municipalityId: string }[];
}

export const workOfKind: Readonly<Record<string, NoticeWork>> = {
  'fulfil-tacitly': 'FULFIL_TACITLY',
  'mark-overdue': 'MARK_OVERDUE',
  remind: 'REMIND',
};

/** Read only: rows are written by kit/schedule. */
export const failedJobSchema = new Schema<FailedJobRow>(
  { _id: { type: String, required: true }, kind: String, key: String, state: String, dueAt: Date, finishedAt: Date, attempts: Number, lastError: String },
  { collection: 'jobs', versionKey: false, strict: false },
);
failedJobSchema.index({ finishedAt: -1, _id: -1 }, { partialFilterExpression: { state: 'failed' } });

export function failedNoticeOf({ _id, kind, data, notice: [notice], dueAt, finishedAt, attempts, lastError }: FailedJobRow): FailedNotice {
  const work = workOfKind[kind];
  if (work === undefined) throw new Error(`A job that is for no notice: ${kind}`);
  return {
    id: _id,
    work,
    noticeId: data.noticeId,
    number: notice?.number ?? '',
    municipalityId: notice?.municipalityId ?? '',
    dueAt,
    failedAt: finishedAt ?? dueAt,
    attempts,
    reason: lastError ?? '',
  };
}
