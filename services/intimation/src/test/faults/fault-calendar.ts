import { randomUUID } from 'node:crypto';
import type { TokenPrincipal } from '@guiche/kit/auth';
import type { LocalDate } from '@guiche/kit/calendar';
import { done } from '../issuing-stage.ts';
import { naiveEndOf, naiveTacitDate } from '../../domain/deadlines/test/naive-deadlines.ts';
import type { FaultWorld } from './fault-world.ts';
import type { Fault } from './fault.ts';
import { dayIn, violations } from './invariants.ts';
import { tableOfHolidays } from './legal-table.ts';

const zones = ['America/Sao_Paulo', 'America/Manaus', 'America/Rio_Branco', 'America/Noronha'];
const machineZones = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati'];
/** Ends of months and years, 29 February of 2028, and the days around the holidays. */
const days = ['2027-02-28', '2027-04-30', '2027-12-22', '2027-12-31', '2028-02-18', '2028-02-19', '2028-02-28', '2028-02-29', '2028-03-31', '2028-04-04', '2028-10-31', '2028-12-15', '2028-12-31', '2029-01-31'];
const minute = 60_000;
const issueIntimation = 'mutation($input: IssueIntimationInput!) { issueIntimation(input: $input) { intimation { id } } }';

/** F30: acts issued a minute before and after midnight on hard days, by a machine whose own zone is another. */
export const calendarAndZones: Fault['play'] = async (world, chance) => {
  await world.service().kill();
  await world.restart({ timeZone: chance.pick(machineZones) });
  // What process says of the instant of binding counts, so that all can be issued before the first is over.
  await world.to(new Date('2027-01-11T15:00:00Z'));
  const found: string[] = [];
  const cities = [];
  for (const timeZone of zones) cities.push(await aCity(world, timeZone, [`0${String(chance.between(1, 9))}-${String(chance.between(10, 28))}`, '03-01', '01-02']));
  for (const city of cities) await city.issue(chance.shuffled(days).slice(0, 2).flatMap((day) => {
    const midnight = naiveEndOf(day, city.timeZone).getTime() + 1;
    return chance.happens(0.5) ? [midnight - 1, midnight] : [midnight - chance.between(1, 1_440) * minute];
  }));

  // In order, each to the last millisecond of its tacit day, and then over it.
  const ends = cities.flatMap(({ tacitEnds }) => tacitEnds()).toSorted((left, right) => left.at - right.at);
  for (const at of new Set(ends.map((end) => end.at))) {
    await world.to(new Date(at + minute - 1));
    await world.quiet();
    const mine = ends.filter((end) => end.at === at);
    for (const { noticeId } of mine) if ((await world.stage.notice(noticeId)).fulfilment !== null) found.push(`I8 ${noticeId} fulfilled early`);
    await world.to(new Date(at + minute));
    await world.quiet();
    for (const { noticeId } of mine) if ((await world.stage.notice(noticeId)).fulfilment === null) found.push(`I8 ${noticeId} fulfilled late`);
  }
  for (const { noticeIds, holidays, timeZone } of cities) found.push(...(await violations(world, { noticeIds, holidays, timeZone })));
  return found;
};

/** A city in a zone, with holidays of its own, as the one of the stage. */
async function aCity(world: FaultWorld, timeZone: string, local: readonly string[]) {
  const { rig, stage } = world;
  const { connection } = rig.database;
  const id = `city-${randomUUID().slice(0, 8)}`;
  const copies = async (collection: string, filter: object, change: (row: Record<string, unknown>) => object): Promise<void> => {
    const rows = await connection.collection(collection).find(filter).toArray();
    await connection.collection(collection).insertMany(rows.map((row) => ({ ...row, ...change(row) })));
  };
  const named = (row: Record<string, unknown>): { _id: string; municipalityId: string } => ({ _id: `${String(row['_id'])}-${id}`, municipalityId: id });
  const municipalHolidays = local.map((day) => ({ month: Number(day.slice(0, 2)), day: Number(day.slice(3)), name: 'Feriado da cidade', legalBasis: 'Lei nº 1' }));
  await connection.collection<{ _id: string }>('municipalities').insertOne({ _id: id, timeZone, training: false } as never);
  await copies('calendars', { _id: 'campinas' }, () => ({ _id: id, municipalHolidays }));
  await copies('units', { _id: 'pg' }, named);
  await copies('response_types', { municipalityId: 'campinas' }, named);
  await copies('intimation_types', { _id: stage.types.none }, named);
  const clerk: TokenPrincipal = { kind: 'staff', staffId: `clerk-${id}`, municipalityId: id, unitIds: [`pg-${id}`], roles: ['clerk'], sessionId: `session-${id}` };

  const holidays: ReadonlySet<LocalDate> = tableOfHolidays(local);
  const noticeIds: string[] = [];
  const ends: { noticeId: string; at: number }[] = [];
  return {
    timeZone,
    holidays,
    noticeIds,
    tacitEnds: () => ends,
    /** One act at each of these instants, to two recipients. */
    async issue(instants: readonly number[]): Promise<void> {
      for (const [index, instant] of instants.entries()) {
        const boundAt = new Date(instant);
        const recipientIds = [0, 1].map((recipient) => `${id}-${String(index)}-${String(recipient)}`);
        await stage.recipients(recipientIds, id);
        const order = stage.orderOf({ unitId: `pg-${id}`, typeId: `${stage.types.none}-${id}`, responseTypeIds: [], recipientIds, documentId: `document-${id}-${String(index)}` });
        const { issueIntimation: issued } = done(await world.as(clerk)(issueIntimation, { input: order })) as { issueIntimation: { intimation: { id: string } } };
        await stage.bind(issued.intimation.id, { boundAt });
        await stage.settled(issued.intimation.id, 'ISSUED');
        const tacitOn = naiveTacitDate(dayIn(boundAt, timeZone), 10, holidays);
        const rows = await stage.notices.find({ intimationId: issued.intimation.id }).toArray();
        for (const { _id: noticeId } of rows) {
          noticeIds.push(noticeId);
          ends.push({ noticeId, at: naiveEndOf(tacitOn, timeZone).getTime() });
        }
      }
    },
  };
}
