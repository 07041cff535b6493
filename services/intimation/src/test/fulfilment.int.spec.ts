import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '@guiche/kit/auth';
import { createLog } from '@guiche/kit/log';
import { createWorker } from '@guiche/kit/schedule';
import { assertTransactional, waitFor } from '@guiche/kit/testing';
import type { IntimationJobs } from '../adapters/schedule/intimation-jobs.ts';
import { jobReactions } from '../adapters/schedule/job-reactions.ts';
import type { ClaimedRecomputation } from '../use-cases/calendar/ports.ts';
import { recountBatch } from '../use-cases/fulfilment/recount-batch.ts';
import { administrator, callers, codeOf, done, operator } from './issuing-stage.ts';
import { noticeStage } from './notice-stage.ts';
import type { NoticeStage } from './notice-stage.ts';
import { startRig } from './rig.ts';

const failedNotices = `{ failedNotices(municipalityId: "campinas") { edges { node { id work { value label } number reason attempts dueAt notice { id } } } } }`;
const retryFailed = 'mutation($input: RetryFailedNoticeInput!) { retryFailedNotice(input: $input) { id replayed } }';
const fulfilledType = 'guiche.intimation.v1.NoticeFulfilled';

/**
 * One city whose clock only goes forward: every test issues at the instant it starts from.
 */
describe('what becomes of an intimation', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  let stage: NoticeStage;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T12:00:00-03:00' });
    stage = await noticeStage(rig);
  });
  afterAll(() => rig.stop());

  const unserved = async (): Promise<string | undefined> => {
    const metrics = await (await fetch(`${rig.service.url}/metrics`)).text();
    return /^guiche_notices_overdue_unserved\S* (\d+)$/m.exec(metrics)?.[1];
  };

  it('confirmed on two devices at once is fulfilled once, and both get the same fulfilment', async () => {
    const [id = ''] = await stage.issue(['dev']);
    const version = await stage.versionFor(id, 'dev');
    const answers = await Promise.all([1, 2, 3, 4].map(() => stage.confirm(id, 'dev', { version })));
    expect(answers.map(codeOf)).toEqual([undefined, undefined, undefined, undefined]);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data?.confirmNotice.notice))).size).toBe(1);
    expect(await stage.told(id, fulfilledType)).toHaveLength(1);
    rig.clock.advance({ minutes: 5 });
    const later = await stage.confirm(id, 'dev', { version });
    expect(later.data?.confirmNotice.notice.fulfilment.consultedAt).toBe(answers[0]?.data?.confirmNotice.notice.fulfilment.consultedAt);
  });

  it('is not opened from a page that promises something else than what is now', async () => {
    const [id = ''] = await stage.issue(['stale']);
    const version = await stage.versionFor(id, 'stale');
    expect(codeOf(await stage.confirm(id, 'stale', { version: 'anything' }))).toBe('STALE_VERSION');
    rig.clock.advance({ days: 4 });
    expect(codeOf(await stage.confirm(id, 'stale', { version }))).toBe('STALE_VERSION');
    expect((await stage.notice(id)).status).toBe('PENDING');
    expect(codeOf(await stage.confirm(id, 'stale'))).toBeUndefined();
  });

  it('is opened by its recipient alone, whose right is judged at the act and not only at issue (PJ-05, PJ-06; section 1.15, defect 10)', async () => {
    const [id = ''] = await stage.issue(['right']);
    const version = await stage.versionFor(id, 'right');
    await stage.recipients(['stranger']);
    expect(codeOf(await stage.confirm(id, 'stranger', { version }))).toBe('NOTICE_NOT_FOUND');
    const recipients = rig.database.connection.collection<{ _id: string; state: string }>('recipients');
    await recipients.updateOne({ _id: 'right' }, { $set: { state: 'DISABLED' } });
    const refused = await stage.confirm(id, 'right', { version });
    expect([codeOf(refused), refused.errors[0]?.message]).toEqual(['NOTICE_RIGHT_ENDED', expect.stringContaining('Você não possui mais permissão para cumprir ou responder')]);
    expect((await stage.notice(id)).status).toBe('PENDING');
    await recipients.updateOne({ _id: 'right' }, { $set: { state: 'ENABLED' } });
    expect(codeOf(await stage.confirm(id, 'right', { version }))).toBeUndefined();
  });

  it('shows what is confirmed to its recipient alone, until it is fulfilled', async () => {
    const [id = ''] = await stage.issue(['shown']);
    const ask = '($id: ID!) { notice(id: $id) { confirmation { text } } }';
    const unit = await rig.as(callers.clerkOfUnit)(`query${ask}`, { id });
    expect(unit.data).toEqual({ notice: { confirmation: null } });
    const own = done(await rig.as(stage.person('shown'))(`query${ask}`, { id })) as { notice: { confirmation: { text: string } } };
    expect(own.notice.confirmation.text).toContain('consulta direta, com a data de 10/03/2026');
    await stage.confirm(id, 'shown');
    expect((await rig.as(stage.person('shown'))(`query${ask}`, { id })).data).toEqual({ notice: { confirmation: null } });
  });

  it('a tie at 23:59:59: the last millisecond is a consultation, the next one is tacit with the legal date, each once', async () => {
    // Issued on Tuesday 10/03/2026: the tacit deadline ends with Friday 20/03/2026.
    const [inTime = '', late = '', raced = ''] = await stage.issue(['tie-1', 'tie-2', 'tie-3']);
    rig.clock.set('2026-03-20T23:59:59.999-03:00');
    expect((await stage.confirm(inTime, 'tie-1')).data).toMatchObject({ confirmNotice: { notice: { status: { value: 'FULFILLED_BY_CONSULTATION' }, fulfilment: { fulfilledOn: '2026-03-20' } } } });
    // Within the grace: the job is not due yet, and the recipient finds the deadline over.
    rig.clock.set('2026-03-21T00:00:00.000-03:00');
    expect((await stage.confirm(late, 'tie-2')).data).toMatchObject({ confirmNotice: { notice: { status: { value: 'FULFILLED_TACITLY' }, fulfilment: { kind: { value: 'TACIT' }, fulfilledOn: '2026-03-20', consultedAt: null } } } });
    const version = await stage.versionFor(raced, 'tie-3');
    stage.to('2026-03-21T00:01:00-03:00');
    await Promise.all([stage.confirm(raced, 'tie-3', { version }), stage.becomes(raced, 'FULFILLED_TACITLY')]);
    for (const id of [inTime, late, raced]) {
      await stage.job('fulfil-tacitly', id, 'done');
      expect(await stage.told(id, fulfilledType)).toHaveLength(1);
    }
    expect((await stage.notice(inTime)).fulfilment?.kind).toBe('CONSULTATION');
  });

  it('the tacit deadline of 30 recipients is applied once each by two workers, with the legal date however late (section 1.15, defect 3)', async () => {
    // Issued on Saturday 21/03/2026: ends with Wednesday 01/04/2026.
    const ids = await stage.issue(Array.from({ length: 30 }, (_, index) => `many-${String(index)}`));
    const { jobs } = rig.service.parts;
    const ofOther: string[] = [];
    const reactions = jobReactions(rig.service.pipeline, rig.service.parts);
    const other = createWorker<IntimationJobs>({
      jobs,
      now: () => rig.clock.now(),
      log: createLog({ service: 'test', level: 'fatal' }),
      owner: 'second',
      handlers: {
        'watch-intimation': async (job) => void (await reactions['watch-intimation'](job, jobs.completion(job), { correlationId: job.id })),
        'fulfil-tacitly': async (job) => {
          await reactions['fulfil-tacitly'](job, jobs.completion(job), { correlationId: job.id });
          ofOther.push(job.key);
        },
        'mark-overdue': async (job) => void (await reactions['mark-overdue'](job, jobs.completion(job), { correlationId: job.id })),
        remind: async (job) => void (await reactions.remind(job, jobs.completion(job), { correlationId: job.id })),
        'write-report': async (job) => void (await reactions['write-report'](job, jobs.completion(job), { correlationId: job.id })),
        'clear-report': async (job) => void (await reactions['clear-report'](job, jobs.completion(job), { correlationId: job.id })),
      },
    });
    other.start();
    expect(await unserved()).toBe('0');
    stage.to('2026-04-03T09:00:00-03:00');
    other.wake();
    const fulfilled = () => stage.notices.countDocuments({ _id: { $in: ids }, status: 'FULFILLED_TACITLY' });
    await waitFor(async () => (await fulfilled()) === 30, { describe: async () => `30 fulfilled, not ${String(await fulfilled())}`, timeoutMs: 60_000 }).finally(() => other.stop());
    expect([ofOther.length > 0, ofOther.length < 30]).toEqual([true, true]);
    const rows = await stage.notices.find({ _id: { $in: ids } }).toArray();
    expect(new Set(rows.map(({ fulfilment, responseDeadlines }) => `${fulfilment?.on ?? ''} ${responseDeadlines[0]?.current.date ?? ''}`))).toEqual(new Set(['2026-04-01 2026-04-16']));
    expect(await rig.database.connection.collection('outbox').countDocuments({ aggregateId: { $in: ids }, type: fulfilledType })).toBe(30);
    await waitFor(async () => (await unserved()) === '0', { describe: 'none unserved' });
  });

  it('one that fails stops no other, is seen with its reason, and is done with its legal date once somebody put it back (section 1.15, defect 7)', async () => {
    // Issued on Friday 03/04/2026, a holiday: ends with Wednesday 15/04/2026.
    const [broken = '', sound = ''] = await stage.issue(['broken', 'sound']);
    await stage.notices.updateOne({ _id: broken }, { $set: { municipalityId: 'nowhere' } });
    stage.to('2026-04-16T00:01:00-03:00');
    await stage.becomes(sound, 'FULFILLED_TACITLY');
    await stage.job('fulfil-tacitly', broken, 'failed');
    rig.clock.advance({ minutes: 5 });
    await waitFor(async () => (await unserved()) === '1', { describe: async () => `one unserved, not ${String(await unserved())}` });

    await stage.notices.updateOne({ _id: broken }, { $set: { municipalityId: 'campinas' } });
    const { failedNotices: { edges: [edge] } } = done(await rig.as(administrator)(failedNotices)) as { failedNotices: { edges: { node: { id: string } }[] } };
    expect(edge?.node).toMatchObject({
      work: { value: 'FULFIL_TACITLY', label: 'Cumprimento por decurso do prazo tácito' }, reason: expect.stringContaining('CALENDAR_NOT_FOUND'), attempts: 1,
      dueAt: '2026-04-16T03:00:59.999Z', notice: { id: broken },
    });
    expect(codeOf(await rig.as(administrator)(retryFailed, { input: { id: 'nothing' } }))).toBe('FAILED_NOTICE_NOT_FOUND');
    expect(codeOf(await rig.as(operator)(retryFailed, { input: { id: edge?.node.id } }))).toBeUndefined();
    rig.service.wake();
    expect((await stage.becomes(broken, 'FULFILLED_TACITLY')).fulfilment?.on).toBe('2026-04-15');
    expect(done(await rig.as(administrator)(failedNotices))).toEqual({ failedNotices: { edges: [] } });
    await waitFor(async () => (await unserved()) === '0', { describe: 'none unserved' });
  });

  it('a pending one that lacks what its next date is found by is unserved from the first look on, never in limbo (section 1.15, defect 8)', async () => {
    const [id = ''] = await stage.issue(['limbo']);
    await waitFor(async () => (await unserved()) === '0', { describe: 'none unserved' });
    const row = await stage.notice(id);
    await stage.notices.updateOne({ _id: id }, { $unset: { changesAt: true, lastDate: true } });
    expect(await unserved()).toBe('1');
    await stage.notices.updateOne({ _id: id }, { $set: { changesAt: row.changesAt, lastDate: row.lastDate } });
    expect(await unserved()).toBe('0');
  });

  it('after a downtime of months everything due is caught up, in its order and with the legal dates', async () => {
    // Issued on Thursday 16/04/2026: tacit with Monday 27/04/2026, ten business days from there.
    const [id = ''] = await stage.issue(['down']);
    stage.to('2026-08-03T09:00:00-03:00');
    const row = await stage.becomes(id, 'OVERDUE');
    expect([row.fulfilment?.on, row.responseDeadlines[0]?.current.date]).toEqual(['2026-04-27', '2026-05-12']);
    expect((await stage.told(id, 'guiche.intimation.v1.NoticeReminderDue')).length).toBe(0);
    expect(await stage.said(id)).toEqual(['NoticeIssued', 'NoticeFulfilled', 'NoticeOverdue']);
  });

  it('an answer that comes again, as the same event or another, is one answer; a second petition is a second one (IN-18)', async () => {
    const [id = ''] = await stage.issue(['again']);
    await stage.confirm(id, 'again');
    const petitionId = await stage.answered(id, '2026-08-03T10:00:00-03:00', { eventId: 'answer-1' });
    await stage.answered(id, '2026-08-03T10:00:00-03:00', { eventId: 'answer-1', petitionId });
    await stage.answered(id, '2026-08-03T11:00:00-03:00', { petitionId: 'second' });
    await waitFor(async () => (await stage.notice(id)).responses.length === 2, { describe: 'two answers' });
    expect((await stage.notice(id)).status).toBe('RESPONDED');
    expect(await stage.told(id, 'guiche.intimation.v1.NoticeResponded')).toHaveLength(2);
    for (const key of [`${id}:5`, `${id}:1`]) await stage.job('remind', key, 'cancelled');
  });

  it('an answer one millisecond late, or to what nobody opened, changes nothing (section 1.15, defect 5)', async () => {
    const [late = '', pending = ''] = await stage.issue(['late', 'pending']);
    await stage.confirm(late, 'late');
    const dueAt = (await stage.notice(late)).responseDeadlines[0]?.current.endsAt ?? new Date();
    await stage.answered(late, new Date(dueAt.getTime() + 1).toISOString(), { petitionId: 'too-late' });
    await stage.answered(pending, '2026-08-03T10:00:00-03:00', { petitionId: 'too-early' });
    await stage.answered(late, dueAt.toISOString(), { petitionId: 'in-time' });
    await stage.becomes(late, 'RESPONDED');
    expect((await stage.notice(late)).responses.map(({ petitionId }) => petitionId)).toEqual(['in-time']);
    expect((await stage.notice(pending)).status).toBe('PENDING');
  });

  it('dates are counted anew batch by batch: one that breaks off is done again whole, one done before changes nothing, and no worker writes over another', async () => {
    // A week later: their date is nobody else's.
    stage.to('2026-08-10T09:00:00-03:00');
    const ids = await stage.issue(['r-1', 'r-2', 'r-3', 'r-4', 'r-5']);
    const connection = rig.database.connection;
    const tacitOn = (await stage.notice(ids[0] ?? '')).tacit?.current.date ?? '';
    // As another replica would hold it: the service's own worker keeps away.
    const row = {
      _id: 'change-by-hand', municipalityId: 'campinas', body: null, cause: { kind: 'HOLIDAY', changeId: 'c', reason: 'Feriado novo.' }, fromDate: tacitOn, requestedAt: rig.clock.now(),
      state: 'PENDING', cursor: null, examined: 0, moved: 0, finishedAt: null, lease: 'mine', owner: 'test', heldUntil: new Date(Date.now() + 600_000),
    };
    await connection.collection<{ _id: string }>('recomputations').insertOne(row);
    await connection.collection<{ _id: string }>('holidays').insertOne(
      { _id: 'h-by-hand', municipalityId: 'campinas', kind: 'MUNICIPAL', body: null, name: 'Feriado novo', legalBasis: 'Lei nº 2', recurrence: { rule: 'ONCE', date: tacitOn }, registeredAt: rig.clock.now(), registeredBy: 'test' } as never,
    );
    const { _id: id, owner: _owner, heldUntil: _heldUntil, ...rest } = row;
    const claimed = { id, ...rest } as unknown as ClaimedRecomputation;
    const batch = (current: ClaimedRecomputation) =>
      rig.service.pipeline.execute(recountBatch, { input: { claimed: current, limit: 2, leaseMs: 600_000 }, actor: systemActor('calendar-changes'), origin: { correlationId: 'recount' } });
    const moved = () => stage.notices.countDocuments({ _id: { $in: ids }, 'tacit.moves': { $size: 1 } });

    const first = await batch(claimed);
    expect([first.result.examined, await moved()]).toEqual([2, 2]);
    await expect(batch({ ...claimed, lease: 'lost' })).rejects.toMatchObject({ name: 'LeaseLost' });
    expect(await moved()).toBe(2);
    const workOff = async (from: ClaimedRecomputation): Promise<ClaimedRecomputation> => {
      const { result } = await batch(from);
      return result.isDone ? from : workOff({ ...from, ...result });
    };
    await workOff({ ...claimed, ...first.result });
    expect(await moved()).toBe(5);
    for (const noticeId of ids) {
      expect(await stage.told(noticeId, 'guiche.intimation.v1.NoticeDeadlineChanged')).toHaveLength(1);
      const { tacit } = await stage.notice(noticeId);
      const job = await connection.collection('jobs').findOne({ kind: 'fulfil-tacitly', key: noticeId });
      expect(job?.['dueAt']).toEqual(new Date((tacit?.current.endsAt.getTime() ?? 0) + 60_000));
    }
    const recomputations = connection.collection<{ _id: string; state: string }>('recomputations');
    expect(await recomputations.findOne({ _id: row._id })).toMatchObject({ state: 'DONE' });
    // The whole once more, as after a copy of the same change.
    await recomputations.insertOne({ ...row, _id: 'once-more' });
    const again = await workOff({ ...claimed, id: 'once-more' });
    expect([again.moved, await moved()]).toEqual([0, 5]);
  });

  it('what falls due together is done together: fulfilled, reminded twice, overdue, each once, and what was answered is left out', async () => {
    // Issued on Monday 10/08/2026, tacit with Friday 21/08 (20/08 became a holiday), ten business days end on 04/09/2026.
    const ids = await stage.issue(Array.from({ length: 12 }, (_, index) => `together-${String(index)}`));
    const [answered = '', ...others] = ids;
    const saidOf = async (noticeIds: readonly string[]): Promise<Set<string>> => new Set(await Promise.all(noticeIds.map(async (id) => (await stage.said(id)).join())));
    stage.to('2026-08-22T00:01:00-03:00');
    for (const id of ids) await stage.becomes(id, 'FULFILLED_TACITLY');
    stage.to('2026-08-30T07:00:00-03:00');
    for (const id of ids) await stage.job('remind', `${id}:5`, 'done');
    await stage.answered(answered, '2026-08-31T09:00:00-03:00');
    await stage.becomes(answered, 'RESPONDED');
    stage.to('2026-09-03T07:00:00-03:00');
    for (const id of others) await stage.job('remind', `${id}:1`, 'done');
    stage.to('2026-09-05T00:00:00-03:00');
    for (const id of others) await stage.becomes(id, 'OVERDUE');
    expect(await saidOf(others)).toEqual(new Set(['NoticeIssued,NoticeFulfilled,NoticeReminderDue,NoticeReminderDue,NoticeOverdue']));
    expect(await saidOf([answered])).toEqual(new Set(['NoticeIssued,NoticeFulfilled,NoticeReminderDue,NoticeResponded']));
  });

  it('a certificate that comes late, again or a second time, and an access that was replaced, leave one certificate (IN-14, IN-31)', async () => {
    const [id = ''] = await stage.issue(['certified']);
    const certify = (documentId: string, seq: number, eventId: string) =>
      rig.say(
        'guiche.process.v1.IntimationCertificateFiled',
        { intimationId: 'i', noticeId: id, municipalityId: 'campinas', documentId, documentNumber: `number-${documentId}`, filedAt: rig.clock.now() },
        id, seq, eventId,
      );
    await stage.confirm(id, 'certified');
    // The answer is learnt before the certificate.
    await stage.answered(id, rig.clock.now().toISOString());
    await stage.becomes(id, 'RESPONDED');
    await certify('first', 1, 'filed-1');
    await certify('first', 1, 'filed-1');
    await waitFor(async () => (await stage.notice(id)).certificate !== null, { describe: 'a certificate' });
    const { version } = await stage.notice(id);
    await certify('first', 2, 'filed-2');
    await certify('second', 3, 'filed-3');
    await waitFor(() => rig.database.connection.collection<{ _id: string }>('inbox').findOne({ _id: /:filed-2$/ }), { describe: 'the copy taken' });
    expect(await stage.notice(id)).toMatchObject({ status: 'RESPONDED', version, certificate: { documentId: 'first', documentNumber: 'number-first' } });
  });

  it('writes nothing outside a transaction', () => {
    expect(rig.writes.map(({ collection }) => collection)).toEqual(expect.arrayContaining(['notices', 'recomputations']));
    assertTransactional(rig.writes, { except: [/^(counters|jobs|uploads|relay_lease|fs\.)/, /^update outbox$/, /^(findAndModify|update) recomputations$/] });
  });
});
