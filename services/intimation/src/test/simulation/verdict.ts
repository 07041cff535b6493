import { decodeEvent } from '@guiche/contracts';
import type { FaultWorld } from '../faults/fault-world.ts';
import { endOf } from './ledger.ts';
import type { Ledger } from './ledger.ts';

/** How the service did, beside the ledger; all must be 0. */
export interface Verdict {
  readonly notices: number;
  readonly early: number;
  readonly twice: number;
  readonly missing: number;
  /** Dates and statuses that differ. */
  readonly different: number;
  /** What the year was made of. */
  readonly totals: Readonly<Record<string, number>>;
  /** The first few of what does not hold. */
  readonly examples: readonly string[];
}

const statuses = { PENDING: ['PENDING'], FULFILLED: ['FULFILLED_TACITLY', 'FULFILLED_BY_CONSULTATION'], OVERDUE: ['OVERDUE'], RESPONDED: ['RESPONDED'] };

/** Compares every notice, and everything that was told of it, with what the ledger says. */
export async function verdictOf(world: FaultWorld, ledger: Ledger): Promise<Verdict> {
  const wrong: Record<'early' | 'twice' | 'missing' | 'different', string[]> = { early: [], twice: [], missing: [], different: [] };
  const told = new Map<string, Map<string, Uint8Array[]>>();
  for (const { type, aggregateId, payload } of world.told.values()) {
    const ofNotice = told.get(aggregateId) ?? new Map<string, Uint8Array[]>();
    told.set(aggregateId, ofNotice);
    const name = type.split('.').at(-1) ?? '';
    ofNotice.set(name, [...(ofNotice.get(name) ?? []), payload]);
  }
  const totals: Record<string, number> = { tacit: 0, consulted: 0, answered: 0, overdue: 0, reminders: 0, moved: 0 };
  let seen = 0;
  for await (const row of world.stage.notices.find()) {
    const entry = ledger.entries.get(row._id);
    if (entry === undefined) continue;
    seen += 1;
    const { fulfilled, dueOn, tacitOn, status } = entry;
    const count = (name: string): number => told.get(row._id)?.get(name)?.length ?? 0;
    const tell = (kind: keyof typeof wrong, what: string): void => void wrong[kind].push(`${row._id}: ${what}`);
    const times = (name: string, expected: number): void => {
      if (count(name) > expected) tell('twice', `${name} ${String(count(name))} times, not ${String(expected)}`);
      if (count(name) < expected) tell('missing', `${name} ${String(count(name))} times, not ${String(expected)}`);
    };
    times('NoticeIssued', 1);
    times('NoticeFulfilled', fulfilled === null ? 0 : 1);
    times('NoticeResponded', status === 'RESPONDED' ? 1 : 0);
    times('NoticeOverdue', entry.timesOverdue);
    times('NoticeReminderDue', entry.remindersSent);
    times('NoticeDeadlineChanged', entry.moves);
    if (fulfilled !== null && row.certificate === null) tell('missing', 'no certificate');
    if (row.tacit?.current.date !== tacitOn) tell('different', `tacit on ${String(row.tacit?.current.date)}, not ${tacitOn}`);
    if (row.tacit?.current.endsAt.getTime() !== endOf(tacitOn)) tell('different', 'the tacit day ends at another instant');
    if (row.fulfilment?.on !== fulfilled?.on || row.fulfilment?.kind !== fulfilled?.kind) {
      tell('different', `fulfilled ${String(row.fulfilment?.kind)} on ${String(row.fulfilment?.on)}, not ${String(fulfilled?.kind)} on ${String(fulfilled?.on)}`);
    }
    const answerBy = row.responseDeadlines[0]?.current.date ?? null;
    if (answerBy !== dueOn) tell('different', `to be answered by ${String(answerBy)}, not ${String(dueOn)}`);
    if (!statuses[status].includes(row.status)) tell('different', `is ${row.status}, not ${status}`);
    for (const payload of told.get(row._id)?.get('NoticeFulfilled') ?? []) {
      const { fulfilledAt, consultedAt, fulfilledOn } = decodeEvent('guiche.intimation.v1.NoticeFulfilled', payload);
      if (consultedAt === undefined && fulfilledAt.getTime() <= endOf(fulfilledOn)) tell('early', `fulfilled at ${fulfilledAt.toISOString()}`);
    }
    totals['tacit'] = (totals['tacit'] ?? 0) + (fulfilled?.kind === 'TACIT' ? 1 : 0);
    totals['consulted'] = (totals['consulted'] ?? 0) + (fulfilled?.kind === 'CONSULTATION' ? 1 : 0);
    totals['answered'] = (totals['answered'] ?? 0) + (status === 'RESPONDED' ? 1 : 0);
    totals['overdue'] = (totals['overdue'] ?? 0) + entry.timesOverdue;
    totals['reminders'] = (totals['reminders'] ?? 0) + entry.remindersSent;
    totals['moved'] = (totals['moved'] ?? 0) + entry.moves;
  }
  if (seen !== ledger.entries.size) wrong.missing.push(`${String(ledger.entries.size - seen)} notices are not there`);
  const failed = await world.rig.database.connection.collection('jobs').countDocuments({ state: 'failed' });
  if (failed > 0) wrong.missing.push(`${String(failed)} jobs failed for good`);
  const parked = await world.parked();
  if (parked > 0) wrong.missing.push(`${String(parked)} messages are parked`);
  const { early, twice, missing, different } = wrong;
  return {
    notices: seen, early: early.length, twice: twice.length, missing: missing.length, different: different.length, totals,
    examples: [...early, ...twice, ...missing, ...different].slice(0, 10),
  };
}
