import { findPages } from '@guiche/kit/mongo';
import type { Jobs } from '@guiche/kit/schedule';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection, PipelineStage } from 'mongoose';
import type { NoticeWork } from '../../../domain/fulfilment/failed-notice.ts';
import type { FailedNoticeRepository } from '../../../use-cases/fulfilment/ports.ts';
import type { IntimationJobs } from '../../schedule/intimation-jobs.ts';
import { failedNoticeOf, workOfKind } from './failed-job-row.ts';
import type { FailedJobRow } from './failed-job-row.ts';

const failed = { state: 'failed', kind: { $in: Object.keys(workOfKind) } };
const withNotice: PipelineStage.Lookup = {
  $lookup: { from: 'notices', localField: 'data.noticeId', foreignField: '_id', as: 'notice', pipeline: [{ $project: { number: 1, municipalityId: 1 } }] },
};

/** Failed jobs of notices. There are few: each is an alarm. */
export function failedNoticeRepository(connection: Connection, jobs: Jobs<IntimationJobs>, session: ClientSession | undefined): FailedNoticeRepository {
  const rows = connection.model<FailedJobRow>('FailedJob');
  return {
    async page(municipalityId, page) {
      const through = [withNotice, { $match: { 'notice.municipalityId': municipalityId } }];
      const [found] = await findPages(rows, [{ filter: failed, page, through }], [['finishedAt', -1]]);
      if (found === undefined) throw new Error('A page was asked for and none came');
      return mapPage(found, failedNoticeOf);
    },
    async find(id) {
      const search = rows.aggregate<FailedJobRow>([{ $match: { _id: id, ...failed } }, withNotice]);
      const [found] = await (session === undefined ? search : search.session(session));
      return found === undefined ? undefined : failedNoticeOf(found);
    },
    async retry({ id, work }) {
      if (session === undefined) throw new Error('A job is put back within a transaction');
      const row = await rows.findById(id, { key: 1 }, { session }).lean<Pick<FailedJobRow, 'key'>>();
      return row !== null && jobs.retry(session, kindOf[work], row.key);
    },
  };
}

const kindOf: Readonly<Record<NoticeWork, keyof IntimationJobs>> = {
  FULFIL_TACITLY: 'fulfil-tacitly',
  MARK_OVERDUE: 'mark-overdue',
  REMIND: 'remind',
};
