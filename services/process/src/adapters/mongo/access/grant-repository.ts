import { platformErrors } from '@guiche/kit/errors';
import { findPage, findPages, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection, QueryFilter } from 'mongoose';
import type { GrantRepository } from '../../../use-cases/ports.ts';
import { grantOf } from './grant-row.ts';
import type { GrantRow } from './grant-row.ts';

/** A grant with all of the same person in force on the same process, itself among them. */
interface JoinedRow extends GrantRow {
  readonly beside: readonly GrantRow[];
}

export function grantRepository(connection: Connection, session: ClientSession | undefined, now: () => Date): GrantRepository {
  const grants = connection.model<GrantRow>('Grant');
  // The job that marks them EXPIRED may come late: what counts is the instant of reading.
  const inForceNow = (): QueryFilter<GrantRow> => ({ state: 'ACTIVE', $or: [{ expiresAt: null }, { expiresAt: { $gt: now() } }] });
  return {
    async insert({ id, ...grant }) {
      await grants.create([{ _id: id, ...grant }], inSession(session));
    },
    async update({ id, ...grant }) {
      const { matchedCount } = await grants.replaceOne({ _id: id, version: grant.version - 1 }, grant, inSession(session));
      if (matchedCount === 0) throw platformErrors.STALE_VERSION();
    },
    async findMany(ids) {
      return (await grants.find({ _id: { $in: ids } }, null, inSession(session)).lean<GrantRow[]>()).map(grantOf);
    },
    async inForce(personId, processIds) {
      const filter: QueryFilter<GrantRow> = { personId, processId: { $in: [...processIds] }, ...inForceNow() };
      return (await grants.find(filter, null, inSession(session)).lean<GrantRow[]>()).map(grantOf);
    },
    async allInForce(owner) {
      return (await grants.find({ ...owner, ...inForceNow() }, null, inSession(session)).lean<GrantRow[]>()).map(grantOf);
    },
    async pageOfProcess({ processId, state }, page) {
      const over: QueryFilter<GrantRow> = { $or: [{ state: 'EXPIRED' }, { state: 'ACTIVE', expiresAt: { $lte: now() } }] };
      const wanted = state === undefined ? {} : state === 'ACTIVE' ? inForceNow() : state === 'EXPIRED' ? over : { state };
      return mapPage(await findPage(grants, { processId, ...wanted }, [['createdAt', -1]], page), grantOf);
    },
    async pageForSignature(owner, page) {
      const filter = { ...owner, purpose: 'SIGNATURE', ...inForceNow() };
      const beside = { $match: { personId: owner.personId, ...inForceNow() } };
      const join = [{ $lookup: { from: 'grants', localField: 'processId', foreignField: 'processId', pipeline: [beside], as: 'beside' } }];
      const [found] = await findPages<JoinedRow>(connection.model<JoinedRow>('Grant'), [{ filter, page, join }], [['releasedAt', -1]]);
      if (found === undefined) throw new Error('A page was asked for');
      return mapPage(found, ({ beside: rows, ...row }) => ({ grant: grantOf(row), beside: rows.map(grantOf) }));
    },
    async ofProcess(processId) {
      return (await grants.find({ processId }, null, inSession(session)).lean<GrantRow[]>()).map(grantOf);
    },
  };
}
