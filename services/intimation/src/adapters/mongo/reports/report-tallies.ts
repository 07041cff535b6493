import type { PipelineStage } from 'mongoose';
import type { NoticeStatus } from '../../../domain/issuing/notice-status.ts';
import type { ReportTallies } from '../../../domain/reports/report-statistics.ts';

/** One row: what each facet counted. */
export interface TallyRow {
  readonly statuses: readonly Tally<NoticeStatus>[];
  readonly types: readonly (Tally<string> & { readonly name: string })[];
  readonly units: readonly Tally<string>[];
  readonly months: readonly Tally<string>[];
  readonly fulfilments: readonly Tally<'CONSULTATION' | 'TACIT'>[];
  readonly days: readonly Tally<number>[];
}

interface Tally<Key> {
  readonly _id: Key;
  readonly count: number;
}

const count = { $sum: 1 };
const fulfilled = { $match: { kind: { $type: 'string' } } } as const;

/** All tallies in one reading; what they are not about is dropped first. Days go from the local day of issue to the legal one. */
export function tallyStages(timezone: string): PipelineStage[] {
  const legalDay = { $dateFromString: { dateString: '$fulfilment.on', timezone } };
  const brief = {
    status: 1, unitId: 1, typeId: '$type.id', typeName: '$type.name', kind: '$fulfilment.kind',
    month: { $dateToString: { date: '$issuedAt', format: '%Y-%m', timezone } },
    days: { $dateDiff: { startDate: '$issuedAt', endDate: legalDay, unit: 'day', timezone } },
  };
  return [
    { $project: { _id: 0, ...brief } },
    {
      $facet: {
        statuses: [{ $group: { _id: '$status', count } }],
        types: [{ $group: { _id: '$typeId', name: { $last: '$typeName' }, count } }],
        units: [{ $group: { _id: '$unitId', count } }],
        months: [{ $group: { _id: '$month', count } }],
        fulfilments: [fulfilled, { $group: { _id: '$kind', count } }],
        days: [fulfilled, { $group: { _id: '$days', count } }],
      },
    },
  ];
}

export function talliesOf([row]: readonly TallyRow[]): ReportTallies {
  if (row === undefined) throw new Error('Facets always answer one row');
  return {
    statuses: row.statuses.map(({ _id, count: found }) => ({ status: _id, count: found })),
    types: row.types.map(({ _id, name, count: found }) => ({ typeId: _id, name, count: found })),
    units: row.units.map(({ _id, count: found }) => ({ unitId: _id, count: found })),
    months: row.months.map(({ _id, count: found }) => ({ month: _id, count: found })),
    fulfilments: row.fulfilments.map(({ _id, count: found }) => ({ kind: _id, count: found })),
    days: row.days.map(({ _id, count: found }) => ({ days: _id, count: found })),
  };
}
