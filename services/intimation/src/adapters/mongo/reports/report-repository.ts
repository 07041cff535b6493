import { findPage } from '@guiche/kit/mongo';
import type { Sort } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { Connection, QueryFilter } from 'mongoose';
import type { NoticeStatus } from '../../../domain/issuing/notice-status.ts';
import type { ReportRow } from '../../../domain/reports/report-columns.ts';
import type { ReportTallies } from '../../../domain/reports/report-statistics.ts';
import type { DatedSearch, ReportOrder, ReportRepository } from '../../../use-cases/reports/ports.ts';
import { noticeOf, reportKeys } from '../issuing/notice-row.ts';
import type { NoticeRow } from '../issuing/notice-row.ts';
import { reportFilter } from './report-filter.ts';
import { talliesOf, tallyStages } from './report-tallies.ts';
import type { TallyRow } from './report-tallies.ts';

const rowsAtOnce = 500;
/** Explanations of dates are most of a notice, and no column shows them. */
const inColumns = {
  number: 1, processNumber: 1, 'recipient.name': 1, 'type.name': 1, unitId: 1, issuedAt: 1, status: 1, lastDate: 1, 'fulfilment.on': 1, 'certificate.documentNumber': 1,
} as const;

/** Reads of issued notices for reports, each by the index that has its order. */
export function reportRepository(connection: Connection): ReportRepository {
  const notices = connection.model<NoticeRow>('Notice');
  return {
    async page(search, order, page) {
      const { sort, dated } = orders[order];
      const filter = { $and: [reportFilter(search), dated] } as QueryFilter<NoticeRow>;
      return mapPage(await findPage(notices, filter, sort, page, undefined, { ...keyFor(search, order) }), noticeOf);
    },

    async countByStatus(search) {
      const counts = notices.aggregate<{ _id: NoticeStatus; count: number }>([{ $match: reportFilter(search) }, { $group: { _id: '$status', count: { $sum: 1 } } }]);
      return (await counts.hint({ ...keyFor(search, 'ISSUED_LATEST') })).map(({ _id, count }) => ({ status: _id, count }));
    },

    async tallies(search, timeZone): Promise<ReportTallies> {
      const found = notices.aggregate<TallyRow>([{ $match: reportFilter(search) }, ...tallyStages(timeZone)]);
      return talliesOf(await found.hint({ ...keyFor(search, 'ISSUED_LATEST') }));
    },

    async *rows(search) {
      const hint = { ...keyFor(search, 'ISSUED_LATEST') };
      let last: { issuedAt: Date; _id: string } | undefined;
      do {
        const filter = { $and: [reportFilter(search), last === undefined ? {} : after(last)] } as QueryFilter<NoticeRow>;
        const found = await notices.find(filter, inColumns).sort({ issuedAt: -1, _id: -1 }).limit(rowsAtOnce).hint(hint).lean<ColumnsOfRow[]>();
        if (found.length > 0) yield found.map(reportRowOf);
        last = found.length < rowsAtOnce ? undefined : found.at(-1);
      } while (last !== undefined);
    },
  };
}

const latestIssued: Sort = [['issuedAt', -1]];

/** A notice without the date has no place in an order by it. */
const orders: Readonly<Record<ReportOrder, { readonly sort: Sort; readonly dated: object }>> = {
  ISSUED_LATEST: { sort: latestIssued, dated: {} },
  ISSUED_EARLIEST: { sort: [['issuedAt', 1]], dated: {} },
  FULFILLED_LATEST: { sort: [['fulfilment.on', -1]], dated: { 'fulfilment.on': { $gt: '' } } },
  FULFILLED_EARLIEST: { sort: [['fulfilment.on', 1]], dated: { 'fulfilment.on': { $gt: '' } } },
  DUE_SOONEST: { sort: [['lastDate', 1]], dated: { lastDate: { $gt: '' } } },
  DUE_LATEST: { sort: [['lastDate', -1]], dated: { lastDate: { $gt: '' } } },
};

function keyFor({ scope, search }: DatedSearch, order: ReportOrder): Readonly<Record<string, 1 | -1>> {
  const ofUnits = scope.unitIds !== null || search.unitId !== null;
  switch (order) {
    case 'ISSUED_LATEST':
    case 'ISSUED_EARLIEST':
      if (search.processId !== null) return reportKeys.processIssued;
      return ofUnits ? reportKeys.unitIssued : reportKeys.cityIssued;
    case 'FULFILLED_LATEST':
    case 'FULFILLED_EARLIEST':
      return ofUnits ? reportKeys.unitFulfilled : reportKeys.cityFulfilled;
    case 'DUE_SOONEST':
    case 'DUE_LATEST':
      return ofUnits ? reportKeys.unitDue : reportKeys.cityDue;
  }
}

function after({ issuedAt, _id }: { issuedAt: Date; _id: string }): object {
  return { issuedAt: { $lte: issuedAt }, $or: [{ issuedAt: { $lt: issuedAt } }, { issuedAt, _id: { $lt: _id } }] };
}

interface ColumnsOfRow extends Pick<NoticeRow, '_id' | 'number' | 'processNumber' | 'unitId' | 'status' | 'lastDate'> {
  readonly issuedAt: Date;
  readonly recipient: { readonly name: string | null };
  readonly type: { readonly name: string };
  readonly fulfilment: { readonly on: string } | null;
  readonly certificate: { readonly documentNumber: string } | null;
}

function reportRowOf({ number, processNumber, recipient, type, unitId, issuedAt, status, lastDate, fulfilment, certificate }: ColumnsOfRow): ReportRow {
  return {
    number, processNumber, unitId, issuedAt, status,
    recipientName: recipient.name,
    typeName: type.name,
    dueOn: lastDate,
    fulfilledOn: fulfilment?.on ?? null,
    certificateNumber: certificate?.documentNumber ?? null,
  };
}
