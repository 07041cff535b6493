import type { LocalDate } from '@guiche/kit/calendar';
import { naiveEndOf, naiveResponseDate, naiveTacitDate } from '../../domain/deadlines/test/naive-deadlines.ts';
import type { FaultWorld } from './fault-world.ts';

/** A notice before and after an act, in the audit trail. */
interface Picture {
  readonly status?: string;
  readonly fulfilment?: object;
}

export interface Expected {
  readonly noticeIds: readonly string[];
  readonly holidays: ReadonlySet<LocalDate>;
  readonly timeZone?: string;
  /** Whether the tacit dates are over by now. */
  readonly over?: boolean;
}

/**
 * What does not hold of these notices once everything is quiet (reliability.md section 4): I2 each event applied once
 * and each thing done and told once; I5 one entry of the audit trail for each act; I8 legal dates as a naive calendar
 * has them, none early, none twice, none missing. Empty when all holds.
 */
export async function violations(world: FaultWorld, { noticeIds, holidays, timeZone = 'America/Sao_Paulo', over = true }: Expected): Promise<string[]> {
  const found: string[] = [];
  const { connection } = world.rig.database;
  const holds = (condition: boolean, what: string): void => {
    if (!condition) found.push(what);
  };

  for (const id of noticeIds) {
    const notice = await world.stage.notice(id);
    const { tacit, issuedAt, tacitDays, fulfilment, responseOptions, responseDeadlines, status } = notice;
    if (tacit === null || issuedAt === null || tacitDays === null) {
      found.push(`I8 ${id} was not issued`);
      continue;
    }
    const tacitOn = naiveTacitDate(dayIn(issuedAt, timeZone), tacitDays, holidays);
    const tacitEnd = naiveEndOf(tacitOn, timeZone);
    holds(tacit.current.date === tacitOn, `I8 ${id} tacit on ${tacit.current.date}, not ${tacitOn}`);
    holds(tacit.current.endsAt.getTime() === tacitEnd.getTime(), `I8 ${id} ends at ${tacit.current.endsAt.toISOString()}, not ${tacitEnd.toISOString()}`);

    const count = (type: string): number => [...world.told.values()].filter((event) => event.type === `guiche.intimation.v1.${type}` && event.aggregateId === id).length;
    const fulfilled = world.toldOf('guiche.intimation.v1.NoticeFulfilled', id);
    holds(count('NoticeIssued') === 1, `I2 ${id} told as issued ${String(count('NoticeIssued'))} times`);
    holds(fulfilled.length === (fulfilment === null ? 0 : 1), `I2 ${id} told as fulfilled ${String(fulfilled.length)} times`);
    holds((fulfilment !== null) === over, `I8 ${id} ${over ? 'missing' : 'early'}`);
    if (fulfilment?.kind === 'TACIT') {
      holds(fulfilment.on === tacitOn, `I8 ${id} fulfilled on ${fulfilment.on}, not ${tacitOn}`);
      holds(fulfilment.at > tacitEnd, `I8 ${id} fulfilled early, at ${fulfilment.at.toISOString()}`);
      holds(fulfilled[0]?.fulfilledOn === tacitOn, `I8 ${id} told as fulfilled on ${String(fulfilled[0]?.fulfilledOn)}`);
    }
    for (const { amount, responseTypeId } of fulfilment === null ? [] : responseOptions) {
      if (amount === null) continue;
      const dueOn = naiveResponseDate(fulfilment?.on ?? '', amount, holidays);
      const deadline = responseDeadlines.find((one) => one.responseTypeId === responseTypeId)?.current;
      holds(deadline?.date === dueOn, `I8 ${id} to be answered by ${String(deadline?.date)}, not ${dueOn}`);
      holds(deadline?.endsAt.getTime() === naiveEndOf(dueOn, timeZone).getTime(), `I8 ${id} to be answered by ${String(deadline?.endsAt.toISOString())}`);
    }
    const reminders = world.toldOf('guiche.intimation.v1.NoticeReminderDue', id).map(({ daysLeft }) => daysLeft);
    holds(new Set(reminders).size === reminders.length, `I8 ${id} reminded twice: ${reminders.join(', ')} days before`);
    const overdue = count('NoticeOverdue');
    holds(overdue === (status === 'OVERDUE' ? 1 : 0), `I8 ${id} is ${status} and was told as overdue ${String(overdue)} times`);

    const audit = await connection.collection<{ before: Picture | null; after: Picture | null }>('audit').find({ entityId: id }).toArray();
    const fulfilEntries = audit.filter(({ before, after }) => before?.fulfilment === undefined && after?.fulfilment !== undefined).length;
    holds(fulfilEntries === fulfilled.length, `I5 ${id} has ${String(fulfilEntries)} entries of its fulfilment`);
    const overdueEntries = audit.filter(({ before, after }) => before?.status !== 'OVERDUE' && after?.status === 'OVERDUE').length;
    holds(overdueEntries === overdue, `I5 ${id} has ${String(overdueEntries)} entries of being overdue`);

    const rows = await connection.collection('outbox').find({ aggregateId: id }).sort({ seq: 1 }).toArray();
    holds(rows.every(({ seq }, index) => seq === index + 1), `I4 ${id} told with gaps: ${rows.map(({ seq }) => String(seq)).join(', ')}`);
    holds(rows.every(({ _id }) => world.told.has(String(_id))), `I3 something of ${id} was stored and not told`);
    const failed = await connection.collection('jobs').countDocuments({ 'data.noticeId': id, state: 'failed' });
    holds(failed === 0, `I8 ${id} has ${String(failed)} failed jobs`);
  }

  const applied = await connection.collection('inbox').countDocuments({ _id: { $in: world.sent().map((id) => `intimation:${id}`) as never[] } });
  holds(applied === world.sent().length, `I2 ${String(world.sent().length)} events were said, ${String(applied)} applied`);
  const parked = await world.parked();
  holds(parked === 0, `I6 ${String(parked)} messages are parked`);
  return found;
}

/** The day of an instant in a zone, by the clock of Intl alone. */
export function dayIn(at: Date, timeZone: string): LocalDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
