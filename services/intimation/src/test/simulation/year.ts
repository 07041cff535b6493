import { setTimeout as delay } from 'node:timers/promises';
import { PetitionFiled_Kind as PetitionKind, decodeEvent } from '@guiche/contracts';
import { addDays } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import { chanceOf, waitFor } from '@guiche/kit/testing';
import type { Chance } from '@guiche/kit/testing';
import { faultWorld } from '../faults/fault-world.ts';
import type { FaultWorld } from '../faults/fault-world.ts';
import { tableOfHolidays } from '../faults/legal-table.ts';
import { administrator, callers, done } from '../issuing-stage.ts';
import { Ledger, endOf, sevenOn } from './ledger.ts';
import type { Entry } from './ledger.ts';
import { verdictOf } from './verdict.ts';
import type { Verdict } from './verdict.ts';

export interface Year {
  readonly notices: number;
  readonly seed: number;
  readonly kills: number;
  readonly tell: (line: string) => void;
  /** The last day that is lived through; the whole year unless told. */
  readonly until?: LocalDate;
}

const persons = 300;
const minute = 60_000;
const first = '2028-01-03';
const last = '2028-12-31';
const issueIntimation = 'mutation($input: IssueIntimationInput!) { issueIntimation(input: $input) { intimation { id } } }';
const readConfirmation = 'query($id: ID!) { notice(id: $id) { confirmation { version } } }';
const confirmNotice = 'mutation($input: ConfirmNoticeInput!) { confirmNotice(input: $input) { notice { id } } }';
const configureResponseType = 'mutation($input: ConfigureResponseTypeInput!) { configureResponseType(input: $input) { type { id } } }';
const configureIntimationType = 'mutation($input: ConfigureIntimationTypeInput!) { configureIntimationType(input: $input) { type { id } } }';

/** What a recipient, or process, will do on some day. */
type Plan = { readonly entry: Entry; readonly person: string; readonly responseTypeId: string };

/**
 * A city's leap year with that many notices, three holidays and four outages that become known late, days on which
 * nobody runs and kills at any moment; the service is a process of its own, process is stood in by its events. Answers
 * how what it did compares with a ledger that a naive calendar kept.
 */
export async function simulateYear(year: Year): Promise<Verdict> {
  const chance = chanceOf(year.seed);
  const world = await faultWorld({ at: `${first}T11:00:00Z`, leaseMs: 4_000 });
  try {
    return await liveThrough(world, chance, year);
  } finally {
    await world.stop();
  }
}

async function liveThrough(world: FaultWorld, chance: Chance, { notices, seed, kills, tell, until = last }: Year): Promise<Verdict> {
  const { stage, rig } = world;
  const { connection } = rig.database;
  const ledger = new Ledger(tableOfHolidays());
  const types = await offeredTypes(world);
  const people = Array.from({ length: persons }, (_, index) => String(index));
  await stage.recipients(people);
  const certified = certifyWhatIsFulfilled(world);

  const days = Array.from({ length: 364 }, (_, index) => addDays(first, index)).filter((day) => day <= until);
  const working = days.filter((day) => day <= addDays(until, -16) && !isWeekend(day) && !ledger.holidays.has(day));
  const isSmall = notices < 500;
  const perDay = notices / working.length;
  // A small city intimates now and then, and not every day.
  const least = notices / (isSmall ? 20 : 60);
  const sizes = isSmall ? [3, 10, 30] : [1, 2, 5, 10, 30, 100, 300];
  const killDays = new Set(chance.shuffled(days).slice(0, kills));
  const holidayDays = new Set(chance.shuffled(working.slice(20)).slice(0, 3));
  const outageDays = new Set(chance.shuffled(working.slice(20).filter((day) => !holidayDays.has(day))).slice(0, 4));
  const away = new Set(chance.shuffled(days).slice(0, 4).flatMap((day) => [day, addDays(day, 1)]));
  const consultations = new Map<LocalDate, Plan[]>();
  const answers = new Map<LocalDate, Plan[]>();
  let issued = 0;
  let acts = 0;
  let killed = 0;

  /** Answers what a client asks, also when the service is killed meanwhile: with the same key it is one act. */
  const insist = async <Data>(principal: Parameters<typeof world.as>[0], document: string, input: Record<string, unknown>): Promise<Data> =>
    waitFor(
      async () => {
        const answer = await world.as(principal)(document, input);
        return done(answer) as Data & object;
      },
      { describe: 'an answer', timeoutMs: 60_000 },
    );
  const kill = async (): Promise<void> => {
    killed += 1;
    await delay(chance.between(0, 150));
    await world.service().kill();
    await world.restart();
  };
  /** Resolves when process's answer to every act is known. */
  const bound = (): Promise<unknown> =>
    waitFor(async () => (await connection.collection('intimations').countDocuments({ state: 'REQUESTED' })) === 0, { describe: 'all acts to be issued', timeoutMs: 60_000 });
  /** Moves the clock there and lets everything due happen. */
  const step = async (at: number, dies: boolean): Promise<void> => {
    const next = await connection.collection<{ dueAt: Date }>('jobs').findOne({ state: 'waiting' }, { sort: { dueAt: 1 }, projection: { dueAt: 1 } });
    ledger.tick(at);
    if (next === null || next.dueAt.getTime() > at) return;
    await world.to(new Date(at));
    if (dies) await kill();
    await world.quiet();
  };

  const plan = (plans: Map<LocalDate, Plan[]>, day: LocalDate, one: Plan): void => {
    plans.set(day, [...(plans.get(day) ?? []), one]);
  };
  /** An act of the unit, bound at once; who of its recipients will open it, and answer, and when. */
  const issueOne = async ({ size, type, act, day, noon }: { size: number; type: OfferedType; act: number; day: LocalDate; noon: number }): Promise<void> => {
    const recipientIds = chance.shuffled(people).slice(0, size);
    const input = stage.orderOf({
      ...type, processId: `process-${String(act)}`, documentId: `document-${String(act)}`, recipientIds, idempotencyKey: `issue-act-${String(act)}`,
    });
    const { amount: _amount, ...order } = input;
    const data = await insist<{ issueIntimation: { intimation: { id: string } } }>(callers.clerkOfUnit, issueIntimation, { input: order });
    const { id } = data.issueIntimation.intimation;
    const rows = await stage.notices.find({ intimationId: id }, { projection: { recipient: 1 }, sort: { _id: 1 } }).toArray();
    for (const { _id, recipient } of rows) {
      const entry = ledger.issue(_id, day, type.amount);
      const one = { entry, person: recipient.recipientId, responseTypeId: type.responseTypeIds[0] ?? '' };
      if (chance.happens(0.12)) plan(consultations, addDays(day, chance.between(1, 12)), one);
      if (type.amount !== null && chance.happens(0.6)) plan(answers, addDays(day, chance.between(8, 40)), one);
    }
    await stage.bind(id, { boundAt: new Date(noon) });
  };

  const startedAt = performance.now();
  const tellOf = (day: LocalDate): void => {
    if (!day.endsWith('-01') && day !== until) return;
    const seconds = (performance.now() - startedAt) / 1_000;
    tell(`${day}: ${String(issued)} of ${String(notices)} notices issued in ${String(acts)} acts, killed ${String(killed)} times, ${seconds.toFixed(0)} s`);
  };
  const targetOn = (day: LocalDate): number => Math.min(notices, Math.round(perDay * (working.indexOf(day) + 1)));
  const isDayOfIssue = (day: LocalDate): boolean => working.includes(day) && issued < targetOn(day) && (targetOn(day) - issued >= least || targetOn(day) === notices);
  for (const day of days) {
    const midnight = endOf(addDays(day, -1)) + 1;
    if (away.has(day)) continue;
    const diesAt = killDays.has(day) ? chance.pick(['midnight', 'seven', 'work'] as const) : undefined;
    await step(midnight + 2 * minute, diesAt === 'midnight');
    await step(sevenOn(day), diesAt === 'seven');

    const isQuiet = !killDays.has(day) && !holidayDays.has(day) && !outageDays.has(day) && !consultations.has(day) && !answers.has(day) && !isDayOfIssue(day);
    if (isQuiet) {
      tellOf(day);
      continue;
    }
    const noon = midnight + chance.between(9 * 60, 17 * 60) * minute;
    ledger.tick(noon);
    await world.to(new Date(noon));
    const work: Promise<unknown>[] = [];
    if (isDayOfIssue(day)) {
      const target = targetOn(day);
      while (issued < target) {
        const size = Math.min(target - issued, chance.pick(sizes));
        const type = chance.pick(types);
        acts += 1;
        issued += size;
        work.push(issueOne({ size, type, act: acts, day, noon }));
        if (work.length % 4 === 0) await Promise.all(work);
      }
    }
    if (diesAt === 'work') await kill();
    await Promise.all(work);
    await bound();
    await world.quiet();

    await inTurns(consultations.get(day) ?? [], 8, async ({ entry, person }) => {
      if (entry.fulfilled !== null) return;
      const principal = stage.person(person);
      const read = await insist<{ notice: { confirmation: { version: string } } }>(principal, readConfirmation, { id: entry.id });
      const input = { noticeId: entry.id, confirmationVersion: read.notice.confirmation.version, idempotencyKey: `confirm-${entry.id}` };
      await insist(principal, confirmNotice, { input });
      ledger.consult(entry, noon, day);
    });
    await inTurns(answers.get(day) ?? [], 32, async ({ entry, person, responseTypeId }) => {
      if (entry.status !== 'FULFILLED' || entry.dueOn === null || noon > endOf(entry.dueOn)) return;
      await answerOf(world, { noticeId: entry.id, person, responseTypeId, at: new Date(noon) });
      ledger.respond(entry);
    });
    if (answers.has(day)) await world.applied();
    await world.quiet();

    if (holidayDays.has(day)) {
      const touched = ledger.pendingDates(addDays(day, -2), addDays(day, 6));
      let date = touched.length > 0 ? chance.pick(touched) : addDays(day, chance.between(-2, 6));
      while (ledger.holidays.has(date)) date = addDays(date, 1);
      await stage.holiday(date, 'Decreto publicado com atraso');
      ledger.addHoliday(date, noon);
    }
    if (outageDays.has(day)) {
      const touched = ledger.pendingDates(addDays(day, -3), day);
      let startsOn = touched.length > 0 ? chance.pick(touched) : addDays(day, -chance.between(0, 3));
      while (ledger.outages.some((other) => other.startsOn === startsOn)) startsOn = addDays(startsOn, 1);
      await stage.outage(startsOn);
      ledger.addOutage({ startsOn, endsOn: startsOn }, noon);
    }
    if (holidayDays.has(day) || outageDays.has(day)) {
      await stage.recounted();
      await world.quiet();
    }
    tellOf(day);
  }
  await certified();
  tell(`seed ${String(seed)}: ${String(issued)} notices in ${String(acts)} acts, ${String(killed)} kills, ${String(away.size)} days with nobody there`);
  return verdictOf(world, ledger);
}

interface OfferedType {
  readonly typeId: string;
  readonly responseTypeIds: readonly string[];
  readonly amount: Entry['amount'];
}

/** Types of an intimation that ask for nothing, and for an answer in each kind of term. */
async function offeredTypes({ as, stage }: FaultWorld): Promise<readonly OfferedType[]> {
  const configure = async (document: string, field: string, input: object): Promise<string> => {
    const data = done(await as(administrator)(document, { input: { municipalityId: 'campinas', ...input } })) as Record<string, { type: { id: string } }>;
    return data[field]?.type.id ?? '';
  };
  const none: OfferedType = { typeId: stage.types.none, responseTypeIds: [], amount: null };
  const demanding: OfferedType[] = [];
  for (const amount of [{ unit: 'BUSINESS_DAYS', value: 10 }, { unit: 'CALENDAR_DAYS', value: 15 }, { unit: 'MONTHS', value: 1 }] as const) {
    const name = `Resposta ${amount.unit}`;
    const responseTypeId = await configure(configureResponseType, 'configureResponseType', { name, term: amount });
    const typeId = await configure(configureIntimationType, 'configureIntimationType', { name, responseMode: 'REQUIRED', responseTypeIds: [responseTypeId] });
    demanding.push({ typeId, responseTypeIds: [responseTypeId], amount });
  }
  return [none, none, ...demanding];
}

/** Files the certificate of whatever is told as fulfilled; answers a wait for all of them to be known. */
function certifyWhatIsFulfilled({ hear, say, applied, rig }: FaultWorld): () => Promise<void> {
  const last = new Map<string, number>();
  const saying: Promise<void>[] = [];
  hear(({ type, payload }) => {
    if (type !== 'guiche.intimation.v1.NoticeFulfilled') return;
    const { noticeId, intimationId, municipalityId } = decodeEvent(type, payload);
    const seq = (last.get(intimationId) ?? 1) + 1;
    last.set(intimationId, seq);
    const filed = { intimationId, noticeId, municipalityId, documentId: `certificate-${noticeId}`, documentNumber: String(seq), filedAt: rig.clock.now() };
    saying.push(say('guiche.process.v1.IntimationCertificateFiled', filed, intimationId, seq, `${noticeId}-certificate`));
  });
  return async () => {
    await Promise.all(saying);
    await applied();
  };
}

function answerOf({ say }: FaultWorld, { noticeId, person, responseTypeId, at }: { noticeId: string; person: string; responseTypeId: string; at: Date }): Promise<void> {
  const petition = {
    petitionId: `petition-${noticeId}`, municipalityId: 'campinas', personId: `person-${person}`, kind: PetitionKind.RESPONSE, processId: 'process', processNumber: 'PMC',
    unitId: 'pg', receiptNumber: '1', receiptDocumentId: 'receipt', filedAt: at, noticeId, responseTypeId,
  };
  return say('guiche.process.v1.PetitionFiled', petition, petition.petitionId, 1, `${noticeId}-answer`);
}

function isWeekend(day: LocalDate): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Does all, so many at a time. */
async function inTurns<Item>(items: readonly Item[], width: number, act: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
