import { afterEach, describe, expect, it } from '@jest/globals';
import { systemActor } from '@guiche/kit/auth';
import { fulfilTacitly } from '../use-cases/fulfilment/fulfil-tacitly.ts';
import { administrator, done } from './issuing-stage.ts';
import { noticeStage } from './notice-stage.ts';
import type { NoticeStage } from './notice-stage.ts';
import { startRig } from './rig.ts';

// Scenarios of domain.md, each in a city of its own whose clock starts on Friday 06/03/2026 at noon.
const issuedAt = '2026-03-06T12:00:00-03:00';

describe('the acceptance scenarios', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  const start = async (): Promise<NoticeStage> => {
    rig = await startRig({ at: issuedAt });
    return noticeStage(rig);
  };
  afterEach(() => rig.stop());

  const certificate = (noticeId: string, documentId: string) =>
    rig.say(
      'guiche.process.v1.IntimationCertificateFiled',
      { intimationId: 'i', noticeId, municipalityId: 'campinas', documentId, documentNumber: '0000090', filedAt: rig.clock.now() },
      noticeId, 1, `certificate-${documentId}`,
    );

  it('8. Tacit deadline: pending until the end of 18/03/2026, then fulfilled with that date, once, however often and late the job runs', async () => {
    const stage = await start();
    const [early = '', late = ''] = await stage.issue(['a', 'b']);
    stage.to('2026-03-18T23:59:59-03:00');
    await stage.job('watch-intimation', (await stage.notice(early)).intimationId, 'done');
    expect((await stage.notice(early)).status).toBe('PENDING');

    stage.to('2026-03-19T00:01:00-03:00');
    const fulfilled = await stage.becomes(early, 'FULFILLED_TACITLY');
    await stage.becomes(late, 'FULFILLED_TACITLY');
    expect(fulfilled).toMatchObject({ fulfilment: { kind: 'TACIT', on: '2026-03-18', consultedAt: null }, responseDeadlines: [{ current: { date: '2026-04-01' } }] });
    expect(await stage.told(early, 'guiche.intimation.v1.NoticeFulfilled')).toMatchObject([{ fulfilledOn: '2026-03-18', recipientName: 'Pessoa a', tacitOn: '2026-03-18' }]);

    for (let time = 0; time < 3; time += 1) await certificate(early, 'certificate-1');
    await rig.service.pipeline.execute(fulfilTacitly, { input: { noticeId: early }, actor: systemActor('tacit-deadlines'), origin: { correlationId: 'twice' } });
    rig.clock.advance({ days: 90 });
    await rig.service.pipeline.execute(fulfilTacitly, { input: { noticeId: early }, actor: systemActor('tacit-deadlines'), origin: { correlationId: 'late' } });
    expect(await stage.told(early, 'guiche.intimation.v1.NoticeFulfilled')).toHaveLength(1);
    expect((await stage.notice(early)).fulfilment).toEqual(fulfilled.fulfilment);
    expect((await stage.notice(early)).certificate).toMatchObject({ documentId: 'certificate-1', documentNumber: '0000090' });
  });

  it('8. Tacit deadline: when 18/03 is later registered as municipal holiday, it is 19/03, and told with the cause', async () => {
    const stage = await start();
    const [id = ''] = await stage.issue(['a']);
    stage.to('2026-03-16T09:00:00-03:00');
    await stage.holiday('2026-03-18');
    await stage.recounted();
    expect(await stage.notice(id)).toMatchObject({ tacit: { originalDate: '2026-03-18', current: { date: '2026-03-19' }, moves: [{ from: '2026-03-18', to: '2026-03-19' }] } });
    expect(await stage.told(id, 'guiche.intimation.v1.NoticeDeadlineChanged')).toMatchObject([
      { formerOn: '2026-03-18', dueOn: '2026-03-19', personIds: ['person-a'], cause: expect.stringContaining('Aniversário da cidade') },
    ]);
    stage.to('2026-03-19T12:00:00-03:00');
    stage.to('2026-03-20T00:01:00-03:00');
    expect((await stage.becomes(id, 'FULFILLED_TACITLY')).fulfilment?.on).toBe('2026-03-19');
  });

  it('9. Consultation on Sunday: content opens at once, fulfilled on Monday 09/03/2026, ten business days end on 23/03/2026 at 23:59:59', async () => {
    const stage = await start();
    const [id = ''] = await stage.issue(['a']);
    stage.to('2026-03-08T10:30:00-03:00');
    const answer = await stage.confirm(id, 'a', { headers: { ...rig.from('203.0.113.9'), 'x-client-user-agent': 'Firefox/150' } });
    expect(answer.errors).toEqual([]);
    expect(answer.data).toMatchObject({
      confirmNotice: {
        replayed: false,
        notice: {
          status: { value: 'FULFILLED_BY_CONSULTATION', label: 'Cumprida por Consulta Direta' },
          fulfilment: { kind: { value: 'CONSULTATION' }, fulfilledOn: '2026-03-09', consultedAt: '2026-03-08T13:30:00.000Z' },
          responseDeadlines: [{ name: 'Defesa', daysLeft: 15, open: true, deadline: { date: '2026-03-23', endsAt: '2026-03-24T02:59:59.999Z' } }],
        },
      },
    });
    expect((await stage.notice(id)).fulfilment).toMatchObject({ address: '203.0.113.9', userAgent: 'Firefox/150', by: { personId: 'person-a', name: 'Pessoa a' } });
    const [event] = await stage.told(id, 'guiche.intimation.v1.NoticeFulfilled');
    expect(event).toMatchObject({ consultedAt: new Date('2026-03-08T13:30:00Z'), fulfilledOn: '2026-03-09', responseDeadlines: [{ dueOn: '2026-03-23' }] });
    const audited = await rig.database.connection.collection('audit').findOne({ action: 'notice:confirm' });
    expect(audited).toMatchObject({ address: '203.0.113.9', after: { fulfilment: { consultedAt: new Date('2026-03-08T13:30:00Z'), userAgent: 'Firefox/150', personId: 'person-a' } } });
    // Section 1.15, defect 4: the tacit job finds it done and changes nothing of its kind.
    stage.to('2026-03-19T00:01:00-03:00');
    await stage.job('fulfil-tacitly', id, 'done');
    expect((await stage.notice(id)).fulfilment?.kind).toBe('CONSULTATION');
  });

  it('13. Reiteração, outage and overdue: reminders at 07:00 on 21/03 and 25/03, an outage makes 26/03 the 27th, overdue at 00:00 of 28/03', async () => {
    const stage = await start();
    // Ten business days from Thursday 12/03/2026 end on 26/03/2026.
    const [id = '', answered = ''] = await stage.issue(['a', 'b']);
    stage.to('2026-03-12T10:00:00-03:00');
    for (const [noticeId, recipientId] of [[id, 'a'], [answered, 'b']] as const) expect((await stage.confirm(noticeId, recipientId)).errors).toEqual([]);
    expect((await stage.notice(id)).responseDeadlines[0]?.current.date).toBe('2026-03-26');

    stage.to('2026-03-21T07:00:00-03:00');
    for (const noticeId of [id, answered]) await stage.job('remind', `${noticeId}:5`, 'done');
    stage.to('2026-03-22T10:00:00-03:00');
    await stage.answered(answered, '2026-03-22T09:59:00-03:00');
    await stage.becomes(answered, 'RESPONDED');
    stage.to('2026-03-25T07:00:00-03:00');
    await stage.job('remind', `${id}:1`, 'done');
    const reminders = (noticeId: string) => stage.told(noticeId, 'guiche.intimation.v1.NoticeReminderDue');
    expect((await reminders(id)).map(({ daysLeft, dueOn }) => [daysLeft, dueOn])).toEqual([[5, '2026-03-26'], [1, '2026-03-26']]);
    expect((await reminders(answered)).map(({ daysLeft }) => daysLeft)).toEqual([5]);

    stage.to('2026-03-26T20:00:00-03:00');
    await stage.outage('2026-03-26');
    await stage.recounted();
    expect((await stage.notice(id)).responseDeadlines[0]).toMatchObject({ originalDate: '2026-03-26', current: { date: '2026-03-27', endsAt: new Date('2026-03-28T02:59:59.999Z') } });
    expect(await stage.told(id, 'guiche.intimation.v1.NoticeDeadlineChanged')).toMatchObject([{ formerOn: '2026-03-26', dueOn: '2026-03-27', cause: expect.stringContaining('Indisponibilidade') }]);

    stage.to('2026-03-27T23:59:59.999-03:00');
    expect((await stage.notice(id)).status).toBe('FULFILLED_BY_CONSULTATION');
    stage.to('2026-03-28T00:00:00-03:00');
    await stage.becomes(id, 'OVERDUE');
    const seen = await rig.as(stage.person('a'))('query($id: ID!) { notice(id: $id) { status { label } } }', { id });
    expect(seen.data).toEqual({ notice: { status: { label: 'Pendente de Resposta com Prazo Externo Vencido' } } });
    expect(await reminders(id)).toHaveLength(2);
    expect((await stage.notice(answered)).status).toBe('RESPONDED');
  });

  it('13. With 1 dia útil the due date is the next business day after fulfilment, and an outage registered afterwards takes overdue back', async () => {
    const stage = await start();
    const ask = 'mutation($input: ConfigureResponseTypeInput!) { configureResponseType(input: $input) { type { id } } }';
    const type = 'mutation($input: ConfigureIntimationTypeInput!) { configureIntimationType(input: $input) { type { id } } }';
    const made = async (document: string, input: object): Promise<string> =>
      Object.values(done(await rig.as(administrator)(document, { input: { municipalityId: 'campinas', ...input } })) as Record<string, { type: { id: string } }>)[0]?.type.id ?? '';
    const oneDay = await made(ask, { name: 'Ciência expressa', term: { unit: 'BUSINESS_DAYS', value: 1 } });
    const typeId = await made(type, { name: 'Dar ciência', responseMode: 'REQUIRED', responseTypeIds: [oneDay] });
    const [id = ''] = await stage.issue(['a'], { typeId, responseTypeIds: [oneDay] });
    stage.to('2026-03-13T10:00:00-03:00');
    await stage.confirm(id, 'a');
    expect((await stage.notice(id)).responseDeadlines[0]?.current.date).toBe('2026-03-16');
    stage.to('2026-03-17T00:00:00-03:00');
    await stage.becomes(id, 'OVERDUE');
    await stage.outage('2026-03-16');
    await stage.becomes(id, 'FULFILLED_BY_CONSULTATION');
    stage.to('2026-03-18T00:00:00-03:00');
    await stage.becomes(id, 'OVERDUE');
    expect(await stage.told(id, 'guiche.intimation.v1.NoticeOverdue')).toHaveLength(2);
    // IN-18: filed in time, learnt after the mark.
    await stage.answered(id, '2026-03-17T23:59:59-03:00', { responseTypeId: oneDay });
    await stage.becomes(id, 'RESPONDED');
  });
});
