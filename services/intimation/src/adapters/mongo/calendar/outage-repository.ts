import { findPage, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import { Schema } from 'mongoose';
import type { ClientSession, Connection } from 'mongoose';
import type { Outage } from '../../../domain/calendar/outage.ts';
import type { OutageRepository } from '../../../use-cases/calendar/ports.ts';

export interface OutageRow extends Omit<Outage, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true };
const instant = { type: Date, required: true };

export const outageSchema = new Schema<OutageRow>(
  {
    _id: text,
    municipalityId: text,
    startsAt: instant,
    endsAt: instant,
    startsOn: text,
    endsOn: text,
    summary: text,
    extendsDeadlines: { type: Boolean, required: true },
    registeredAt: instant,
    registeredBy: text,
    withdrawnAt: { type: Date, default: null },
  },
  { collection: 'outages', versionKey: false },
);
outageSchema.index({ municipalityId: 1, startsAt: -1, _id: -1 });
outageSchema.index({ municipalityId: 1, endsAt: 1 });
outageSchema.index({ municipalityId: 1, endsOn: 1 }, { partialFilterExpression: { extendsDeadlines: true } });

export function outageRepository(connection: Connection, session: ClientSession | undefined): OutageRepository {
  const outages = connection.model<OutageRow>('Outage');
  return {
    async insert({ id, ...outage }) {
      await outages.create([{ _id: id, ...outage }], inSession(session));
    },
    async withdraw(id, at) {
      await outages.updateOne({ _id: id }, { $set: { withdrawnAt: at } }, inSession(session));
    },
    async find(municipalityId, id) {
      const found = await outages.findOne({ _id: id, municipalityId }, null, inSession(session)).lean<OutageRow>();
      return found === null ? undefined : outageOf(found);
    },
    async overlapping(municipalityId, startsAt, endsAt) {
      const meets = { municipalityId, endsAt: { $gt: startsAt }, startsAt: { $lt: endsAt }, withdrawnAt: null };
      return (await outages.find(meets, null, inSession(session)).lean<OutageRow[]>()).map(outageOf);
    },
    async extendingFrom(municipalityId, date) {
      const extending = { municipalityId, extendsDeadlines: true, endsOn: { $gte: date }, withdrawnAt: null };
      return (await outages.find(extending, null, inSession(session)).sort({ endsOn: 1 }).lean<OutageRow[]>()).map(outageOf);
    },
    async page(municipalityId, page) {
      return mapPage(await findPage(outages, { municipalityId }, [['startsAt', -1]], page), outageOf);
    },
  };
}

function outageOf({ _id, ...outage }: OutageRow): Outage {
  return { id: _id, ...outage };
}
