import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { FulfilmentPorts } from '../../../use-cases/fulfilment/ports.ts';
import { noticeOf } from '../issuing/notice-row.ts';
import type { NoticeRow } from '../issuing/notice-row.ts';

/**
 * Issued notices by their last pending date and id. One that is moved on while its city is walked is seen again, which
 * changes nothing; none is passed over.
 */
export function recountableNotices(connection: Connection, session: ClientSession | undefined): FulfilmentPorts['recountable'] {
  const notices = connection.model<NoticeRow>('Notice');
  return async ({ municipalityId, body, fromDate, cursor, limit }) => {
    const filter = {
      municipalityId,
      actState: 'ISSUED' as const,
      lastDate: { $gte: fromDate },
      ...(body === null ? {} : { body }),
      ...(cursor === null ? {} : after(cursor)),
    };
    const rows = await notices.find(filter, null, inSession(session)).sort({ lastDate: 1, _id: 1 }).limit(limit).lean<NoticeRow[]>();
    const last = rows.at(-1);
    return { notices: rows.map(noticeOf), cursor: last === undefined ? null : `${last.lastDate ?? ''}/${last._id}` };
  };
}

function after(cursor: string): object {
  const [date = '', ...rest] = cursor.split('/');
  return { $or: [{ lastDate: date, _id: { $gt: rest.join('/') } }, { lastDate: { $gt: date } }] };
}
