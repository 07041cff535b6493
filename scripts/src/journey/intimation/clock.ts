import { setTimeout as delay } from 'node:timers/promises';
import { addDays, atLocalTime, localDate } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import type { GraphClient } from '../../graph/graph-client.ts';
import { eventually } from '../eventually.ts';
import { startPetition } from '../petition-acts.ts';
import { editPetition } from '../petition-documents.ts';
import * as deadlines from './deadline-documents.ts';
import { training } from './training-city.ts';

const { municipalityId } = training;
const timeZone = 'America/Sao_Paulo';

/** The clock of the training municipality, which an administrator moves and all services follow (OB-07). */
export interface TrainingClock {
  now(): Date;
  today(): LocalDate;
  /** Moves it ahead and waits until the service of processes follows. */
  moveTo(instant: Date): Promise<Date>;
  /** Waits until it comes to an instant by itself. */
  reaches(instant: Date): Promise<void>;
}

/** An instant of a day in the city; seconds may have a fraction. */
export function at(date: LocalDate, hour: number, minute = 0, seconds = 0): Date {
  return new Date(atLocalTime(date, { hour, minute }, timeZone).getTime() + seconds * 1000);
}

/** `administrator` moves it; `person` keeps a draft whose changes tell what time it is in the service of processes. */
export async function trainingClock(administrator: GraphClient, person: GraphClient): Promise<TrainingClock> {
  const { data } = await administrator.ask<{ municipality: { clockAheadSeconds: number } }>(deadlines.clockAhead, { municipalityId });
  let ahead = data.municipality.clockAheadSeconds;
  const petitionId = await startPetition(person, { municipalityId, typeKey: 'general-request' });
  let edits = 0;
  const now = (): Date => new Date(Date.now() + ahead * 1000);

  const timeOfProcess = async (): Promise<Date> => {
    edits += 1;
    const input = { petitionId, specification: `Que horas são? ${String(edits)}` };
    const answer = await person.ask<{ editPetition: { petition: { changedAt: string } } }>(editPetition, { input });
    return new Date(answer.data.editPetition.petition.changedAt);
  };

  return {
    now,
    today: () => localDate(now(), timeZone),
    async moveTo(to) {
      type Moved = { moveTrainingClock: { municipality: { clockAheadSeconds: number } } };
      const moved = await administrator.ask<Moved>(deadlines.moveTrainingClock, { input: { municipalityId, to: to.toISOString() } });
      ahead = moved.data.moveTrainingClock.municipality.clockAheadSeconds;
      await eventually('o relógio nos serviços', async () => ((await timeOfProcess()) >= to ? true : undefined), 30_000, 250);
      return now();
    },
    async reaches(instant) {
      await delay(Math.max(0, instant.getTime() - now().getTime()));
    },
  };
}

/** The first Friday from tomorrow on after which so many days have no holiday from Monday to Friday. */
export async function quietFriday(graph: GraphClient, today: LocalDate, days: number): Promise<LocalDate> {
  const busy = new Set<LocalDate>();
  const firstYear = Number(today.slice(0, 4));
  for (const year of [firstYear, firstYear + 1, firstYear + 2]) {
    type Calendar = { municipality: { calendar: { holidays: { edges: readonly { node: { date: LocalDate } }[] } } } };
    const { data } = await graph.ask<Calendar>(deadlines.holidays, { municipalityId, year });
    for (const { node } of data.municipality.calendar.holidays.edges) if (!isWeekend(node.date)) busy.add(node.date);
  }
  for (let friday = addDays(today, 1); friday < addDays(today, 700); friday = addDays(friday, 1)) {
    const following = Array.from({ length: days + 1 }, (_, index) => addDays(friday, index));
    if (weekday(friday) === 5 && !following.some((date) => busy.has(date))) return friday;
  }
  throw new Error(`Não há ${String(days)} dias sem feriado nos próximos dois anos`);
}

function weekday(date: LocalDate): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay();
}

function isWeekend(date: LocalDate): boolean {
  return [0, 6].includes(weekday(date));
}
