import { platformErrors } from '@guiche/kit/errors';
import { findPage, inSession, listReader } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { GatheredReads } from '@guiche/kit/use-case';
import type { ClientSession, Connection, QueryFilter } from 'mongoose';
import type { Grant } from '../../../domain/access/grant.ts';
import type { GrantRepository } from '../../../use-cases/access/ports.ts';
import { readTurns } from '../read-turns.ts';
import { replaceVersions } from '../replace-versions.ts';
import { grantOf } from './grant-row.ts';
import type { GrantRow } from './grant-row.ts';

/** A grant with all of the same person in force on the same process, itself among them. */
interface JoinedRow extends GrantRow {
  readonly beside: readonly GrantRow[];
}

export function grantRepository(connection: Connection, session: ClientSession | undefined, now: () => Date, reads?: GatheredReads): GrantRepository {
  const grants = connection.model<GrantRow>('Grant');
  const lists = listReader(connection.model<JoinedRow>('Grant'), { session, reads, turn: readTurns.grants });
  /** All of one person, once they were asked for: what a request reads of them later is among these. */
  const whole = new Map<string, Promise<Grant[]>>();
  // The job that marks them EXPIRED may come late: what counts is the instant of reading.
  const inForceNow = (): QueryFilter<GrantRow> => ({ state: 'ACTIVE', $or: [{ expiresAt: null }, { expiresAt: { $gt: now() } }] });
  return {
    async insert({ id, ...grant }) {
      await grants.create([{ _id: id, ...grant }], inSession(session));
    },
    async insertMany(added) {
      if (added.length > 0) await grants.insertMany(added.map(({ id, ...grant }) => ({ _id: id, ...grant })), inSession(session));
    },
    async updateMany(changed) {
      await replaceVersions({ connection, collection: 'grants' }, changed, session);
    },
    async ofNotices(noticeIds) {
      const rows = grants.find({ 'intimations.noticeId': { $in: [...noticeIds] }, state: 'ACTIVE' }, null, inSession(session));
      return (await rows.lean<GrantRow[]>()).map(grantOf);
    },
    async ofIntimationsOn(processId, personIds) {
      const rows = grants.find({ processId, personId: { $in: [...personIds] }, purpose: 'INTIMATION', state: 'ACTIVE' }, null, inSession(session));
      return (await rows.lean<GrantRow[]>()).map(grantOf);
    },
    async update({ id, ...grant }) {
      const { matchedCount } = await grants.replaceOne({ _id: id, version: grant.version - 1 }, grant, inSession(session));
      if (matchedCount === 0) throw platformErrors.STALE_VERSION();
    },
    async findMany(ids) {
      return (await grants.find({ _id: { $in: ids } }, null, inSession(session)).lean<GrantRow[]>()).map(grantOf);
    },
    async inForce(personId, processIds) {
      const all = await whole.get(personId);
      if (all !== undefined) return all.filter(({ processId }) => processIds.includes(processId));
      return (await lists.all({ personId, processId: { $in: [...processIds] }, ...inForceNow() })).map(grantOf);
    },
    async allInForce({ personId, ...city }) {
      const found = lists.all({ personId, ...city, ...inForceNow() }).then((rows) => rows.map(grantOf));
      if (reads !== undefined && Object.keys(city).length === 0) whole.set(personId, found);
      return found;
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
      const found = await lists.page({ filter, page, join }, [['releasedAt', -1]]);
      return mapPage(found, ({ beside: rows, ...row }) => ({ grant: grantOf(row), beside: rows.map(grantOf) }));
    },
    async ofProcess(processId) {
      return (await grants.find({ processId }, null, inSession(session)).lean<GrantRow[]>()).map(grantOf);
    },
  };
}
