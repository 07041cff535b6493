import { addDays } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import type { Chance } from '@guiche/kit/testing';
import { naiveEndOf, naiveResponseDate, naiveTacitDate } from '../../domain/deadlines/test/naive-deadlines.ts';
import type { FaultWorld } from './fault-world.ts';
import { dayIn } from './invariants.ts';
import { tableOfHolidays } from './legal-table.ts';

const zone = 'America/Sao_Paulo';
const minute = 60_000;

/** An act with its notices, and the days that a naive calendar gives them. */
export interface SomeNotices {
  readonly intimationId: string;
  readonly noticeIds: readonly string[];
  readonly recipientIds: readonly string[];
  readonly holidays: ReadonlySet<LocalDate>;
  /** When all tacit dates are over and have to be applied. */
  readonly dueAt: Date;
  /** Whether an answer is demanded; by then, if nobody opens it. */
  readonly answerBy: LocalDate | null;
}

let acts = 0;

/** Issues an act to some recipients, at any time of 2027 to 2029. */
export async function someNotices(world: FaultWorld, chance: Chance, { least = 3, most = 7 } = {}): Promise<SomeNotices> {
  acts += 1;
  const holidays = tableOfHolidays();
  const issuedAt = new Date(Date.parse('2027-01-10T03:00:00Z') + chance.between(0, 3 * 365 - 60) * 1_440 * minute + chance.between(0, 1_439) * minute);
  await world.to(issuedAt);
  const recipientIds = Array.from({ length: chance.between(least, most) }, (_, index) => `r${String(acts)}-${String(index)}`);
  const { types } = world.stage;
  const demandsAnswer = chance.happens(0.5);
  const noticeIds = await world.stage.issue(recipientIds, demandsAnswer ? { typeId: types.required } : { typeId: types.none, responseTypeIds: [] });
  const tacitOn = naiveTacitDate(dayIn(issuedAt, zone), 10, holidays);
  return {
    intimationId: (await world.stage.notice(noticeIds[0] ?? '')).intimationId,
    noticeIds,
    recipientIds,
    holidays,
    dueAt: new Date(naiveEndOf(tacitOn, zone).getTime() + minute),
    answerBy: demandsAnswer ? naiveResponseDate(tacitOn, { unit: 'BUSINESS_DAYS', value: 10 }, holidays) : null,
  };
}

/** A moment from the end of the tacit date on, up to three days of nobody running later. */
export function afterwards({ dueAt }: SomeNotices, chance: Chance): Date {
  return new Date(dueAt.getTime() + chance.between(0, 3 * 1_440) * minute);
}

/** Lets the days of answering go by, certificates filed; resolves when nothing is left to happen. */
export async function liveOn(world: FaultWorld, { intimationId, noticeIds, answerBy }: SomeNotices): Promise<void> {
  await world.quiet();
  for (const [index, noticeId] of noticeIds.entries()) {
    const filed = { intimationId, noticeId, municipalityId: 'campinas', documentId: `certificate-${noticeId}`, documentNumber: String(index), filedAt: world.rig.clock.now() };
    await world.say('guiche.process.v1.IntimationCertificateFiled', filed, intimationId, index + 2);
  }
  await world.applied();
  if (answerBy === null) return;
  for (const daysBefore of [5, 1]) {
    await world.to(new Date(naiveEndOf(addDays(answerBy, -daysBefore - 1), zone).getTime() + 1 + 7 * 60 * minute));
    await world.quiet();
  }
  await world.to(new Date(naiveEndOf(answerBy, zone).getTime() + 1));
  await world.quiet();
}
