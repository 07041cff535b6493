import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { Ports } from '../../../use-cases/ports.ts';
import type { LetterheadRow, MunicipalityRow, NumberingRow, UnitRow } from './setting-rows.ts';

type Settings = Pick<Ports, 'numberings' | 'letterheads' | 'municipalities' | 'units'>;

/** Small rows, one per municipality or unit, always written whole. */
export function settingRepositories(connection: Connection, session: ClientSession | undefined): Settings {
  const numberings = connection.model<NumberingRow>('Numbering');
  const letterheads = connection.model<LetterheadRow>('Letterhead');
  const municipalities = connection.model<MunicipalityRow>('Municipality');
  const units = connection.model<UnitRow>('Unit');
  const reading = inSession(session);
  const writing = { upsert: true, ...reading };
  return {
    numberings: {
      async ofMunicipality(municipalityId) {
        return (await numberings.find({ municipalityId }, null, reading).lean<NumberingRow[]>()).map(withoutKey);
      },
      async save(numbering) {
        const { municipalityId, body } = numbering;
        await numberings.replaceOne({ _id: body === null ? municipalityId : `${municipalityId}/${body}` }, numbering, writing);
      },
    },
    letterheads: {
      async find(municipalityId) {
        const found = await letterheads.findById(municipalityId, null, reading).lean<LetterheadRow>();
        return found === null ? undefined : { municipalityId, ...withoutKey(found) };
      },
      async save({ municipalityId, ...letterhead }) {
        await letterheads.replaceOne({ _id: municipalityId }, letterhead, writing);
      },
    },
    municipalities: {
      async find(id) {
        const found = await municipalities.findById(id, null, reading).lean<MunicipalityRow>();
        return found === null ? undefined : { id, ...withoutKey(found) };
      },
      async save({ id, ...municipality }) {
        await municipalities.replaceOne({ _id: id }, municipality, writing);
      },
      async idsIn(place) {
        return (await municipalities.find(place, { _id: 1 }, reading).lean<MunicipalityRow[]>()).map(({ _id }) => _id);
      },
    },
    units: {
      async find(id) {
        const found = await units.findById(id, null, reading).lean<UnitRow>();
        return found === null ? undefined : { id, ...withoutKey(found) };
      },
      async findMany(ids) {
        if (ids.length === 0) return [];
        const found = await units.find({ _id: { $in: ids } }, null, reading).lean<UnitRow[]>();
        return found.map(({ _id, ...unit }) => ({ id: _id, ...unit }));
      },
      async existInBody(municipalityId, body) {
        return (await units.exists({ municipalityId, body }).session(session ?? null)) !== null;
      },
      async save({ id, ...unit }) {
        await units.replaceOne({ _id: id }, unit, writing);
      },
    },
  };
}

function withoutKey<Row extends { _id: string }>({ _id, ...row }: Row): Omit<Row, '_id'> {
  return row;
}
