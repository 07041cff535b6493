import type { Connection } from 'mongoose';
import type { DeadlinesOnDay } from '../../../use-cases/calendar/ports.ts';

/** Deadlines to answer that are still open and end within a period, by day, in order: what an outage would move (IN-20). */
export async function openResponseDeadlines(connection: Connection, municipalityId: string, from: string, to: string): Promise<readonly DeadlinesOnDay[]> {
  const within = { 'responseDeadlines.current.date': { $gte: from, $lte: to } };
  const rows = await connection
    .model('Notice')
    .aggregate<{ _id: string; count: number }>([
      { $match: { municipalityId, actState: 'ISSUED', lastDate: { $gte: from }, responses: { $size: 0 }, ...within } },
      { $unwind: '$responseDeadlines' },
      { $match: within },
      { $group: { _id: '$responseDeadlines.current.date', count: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ]);
  return rows.map(({ _id, count }) => ({ date: _id, count }));
}
