import { randomUUID } from 'node:crypto';
import { inSession } from '@guiche/kit/mongo';
import { LeaseLost } from '@guiche/kit/schedule';
import type { ClientSession, Connection } from 'mongoose';
import type { ClaimedRecomputation, RecomputationRepository } from '../../../use-cases/calendar/ports.ts';
import { recomputationOf } from './recomputation-row.ts';
import type { RecomputationRow } from './recomputation-row.ts';

const inMs = (ms: number) => ({ $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: ms } });
const held = ({ id, lease }: ClaimedRecomputation) => ({ _id: id, state: 'PENDING' as const, lease });

/** Recomputations as rows with a lease on the database's clock, like the jobs of kit/schedule. */
export function recomputationRepository(connection: Connection, session: ClientSession | undefined): RecomputationRepository {
  const rows = connection.model<RecomputationRow>('Recomputation');
  return {
    async insert({ id, ...recomputation }) {
      await rows.create([{ _id: id, ...recomputation, lease: null, owner: null, heldUntil: new Date(0) }], inSession(session));
    },

    async claimNext({ owner, leaseMs }) {
      const lease = randomUUID();
      const claimed = await rows
        .findOneAndUpdate(
          { state: 'PENDING', $expr: { $lte: ['$heldUntil', '$$NOW'] } },
          [{ $set: { lease, owner, heldUntil: inMs(leaseMs) } }],
          { sort: { requestedAt: 1, _id: 1 }, returnDocument: 'after', updatePipeline: true },
        )
        .lean<RecomputationRow>();
      return claimed === null ? undefined : { ...recomputationOf(claimed), lease };
    },

    async advance(claimed, { cursor, examined, moved, leaseMs }) {
      const step = [{ $set: { cursor: { $literal: cursor }, examined, moved, heldUntil: inMs(leaseMs) } }];
      const { matchedCount } = await rows.updateOne(held(claimed), step, { updatePipeline: true, ...inSession(session) });
      if (matchedCount === 0) throw new LeaseLost(claimed.id);
    },

    async finish(claimed, now) {
      const end = { $set: { state: 'DONE' as const, finishedAt: now, lease: null, owner: null } };
      const { matchedCount } = await rows.updateOne(held(claimed), end, inSession(session));
      if (matchedCount === 0) throw new LeaseLost(claimed.id);
    },

    pending: () => rows.countDocuments({ state: 'PENDING' }),
  };
}
