import { setTimeout as delay } from 'node:timers/promises';
import { addDays } from '@guiche/kit/calendar';
import { naiveEndOf, naiveTacitDate } from '../../domain/deadlines/test/naive-deadlines.ts';
import type { Fault } from './fault.ts';
import { dayIn, violations } from './invariants.ts';
import { tableOfHolidays } from './legal-table.ts';

const zone = 'America/Sao_Paulo';
const hour = 3_600_000;
let runs = 0;

/**
 * The clock of one process is wrong as by faketime, that of the database is right: nothing that ends in the days it
 * believes to be over happens before its time, and with the clock right again what was due is done, once. The world
 * stands at real time for this.
 */
export const wrongClock: Fault['play'] = async (world, chance) => {
  runs += 1;
  const holidays = tableOfHolidays();
  const now = new Date();
  const [passed, pending] = [lastTacitDay(now, holidays, -1), lastTacitDay(now, holidays, 1)];
  await world.to(now);
  const issue = async (name: string, issuedOn: string): Promise<readonly string[]> => {
    const recipientIds = Array.from({ length: 3 }, (_, index) => `clock-${String(runs)}-${name}-${String(index)}`);
    await world.stage.recipients(recipientIds);
    const id = await world.stage.issued({ recipientIds, documentId: `document-${recipientIds[0] ?? ''}`, typeId: world.stage.types.none, responseTypeIds: [] });
    await world.stage.bind(id, { boundAt: new Date(naiveEndOf(issuedOn, zone).getTime() - chance.between(1, 23) * hour) });
    await world.stage.settled(id, 'ISSUED');
    return (await world.stage.notices.find({ intimationId: id }).toArray()).map(({ _id }) => _id);
  };
  const later = await issue('later', pending.issuedOn);
  await world.quiet();
  await world.service().kill();

  const ahead = Math.ceil((naiveEndOf(pending.endsOn, zone).getTime() + hour - Date.now()) / (24 * hour)) * 24 * hour;
  const wrongBy = chance.pick([ahead, ahead, -hour, -(Date.now() % hour)]);
  await world.restart({ clock: undefined, wrongBy } as never);
  const found: string[] = [];
  await delay(1_500);
  found.push(...(await violations(world, { noticeIds: later, holidays, over: false })));

  await world.service().setWrongBy(0);
  const earlier = await issue('earlier', passed.issuedOn);
  await world.quiet();
  found.push(...(await violations(world, { noticeIds: earlier, holidays })), ...(await violations(world, { noticeIds: later, holidays, over: false })));
  await world.service().kill();
  // The rest of what is pending, when its day has come.
  world.rig.clock.set(new Date(naiveEndOf(pending.endsOn, zone).getTime() + 60_000).toISOString());
  await world.restart();
  await world.quiet();
  found.push(...(await violations(world, { noticeIds: later, holidays })));
  return found;
};

/** The next tacit date that ends after, or before, a moment, and a day of issue that leads there. */
function lastTacitDay(now: Date, holidays: ReadonlySet<string>, way: 1 | -1): { issuedOn: string; endsOn: string } {
  const today = dayIn(now, zone);
  const days = Array.from({ length: 30 }, (_, back) => addDays(today, way === 1 ? back - 20 : -10 - back));
  for (const issuedOn of days) {
    const endsOn = naiveTacitDate(issuedOn, 10, holidays);
    const isOver = naiveEndOf(endsOn, zone).getTime() + 60_000 < now.getTime();
    if (isOver === (way === -1) && (way === -1 || naiveEndOf(endsOn, zone) > now)) return { issuedOn, endsOn };
  }
  throw new Error('There is no such day');
}
