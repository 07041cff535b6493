import type { Connection } from 'mongoose';

/** A right that one process at a time has, judged by the clock of the database and not by its own. */
export interface Lease {
  /** Takes or prolongs the lease; false when another owner holds it. */
  acquire(): Promise<boolean>;
  /** Whether the lease was held when last seen and its time has not run out since; asks nobody. */
  held(): boolean;
  /** Gives the lease up at once, so that another need not wait for its end. */
  release(): Promise<void>;
  /** Counts the changes of owner; zero before the first acquisition. */
  epoch(): number;
}

interface LeaseRow {
  _id: string;
  owner: string;
  epoch: number;
  until: Date;
}

/** A lease named `name` for `owner`, which must differ between processes alive at the same time. */
export function createLease(options: {
  connection: Connection;
  collection: string;
  name: string;
  owner: string;
  leaseMs: number;
}): Lease {
  const { name, owner, leaseMs } = options;
  const rows = options.connection.collection<LeaseRow>(options.collection);
  const mine = { $eq: ['$owner', { $literal: owner }] };
  const running = { $gt: ['$until', '$$NOW'] };
  const granted = { $or: [mine, { $not: [running] }] };
  const take = {
    epoch: { $cond: [{ $and: [mine, running] }, '$epoch', { $add: [{ $ifNull: ['$epoch', 0] }, 1] }] },
    owner: { $literal: owner },
    until: { $dateAdd: { startDate: '$$NOW', unit: 'millisecond', amount: leaseMs } },
  };
  let until = 0;
  let epoch = 0;

  return {
    async acquire() {
      // Counted from before the request: this side must think the lease ended before the database does.
      const asked = performance.now();
      const row = await rows.findOneAndUpdate(
        { _id: name },
        [
          {
            $set: Object.fromEntries(
              Object.entries(take).map(([field, value]) => [field, { $cond: [granted, value, `$${field}`] }]),
            ),
          },
        ],
        { upsert: true, returnDocument: 'after' },
      );
      const got = row?.owner === owner;
      until = got ? asked + leaseMs : 0;
      if (got) epoch = row.epoch;
      return got;
    },
    held: () => performance.now() < until,
    async release() {
      until = 0;
      await rows.updateOne({ _id: name, owner }, [{ $set: { until: '$$NOW' } }]);
    },
    epoch: () => epoch,
  };
}
