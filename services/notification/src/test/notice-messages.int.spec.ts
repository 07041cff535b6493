import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NoticeDeadlineChanged_Deadline as Deadline, ResponseMode } from '@guiche/contracts';
import { waitFor } from '@guiche/kit/testing';
import { portalUrl, startRig } from './rig.ts';
import type { NotificationRig } from './rig.ts';

const of = {
  noticeId: 'n-1', number: 'INT 2026/7', municipalityId: 'campinas', processId: 'p-1', processNumber: 'PMC.2026.00000001-60', unitId: 'protocolo', personIds: ['bia', 'caio'],
};
const issued = {
  ...of, intimationId: 'i-1', typeName: 'Intimação de decisão', documentLabel: 'Despacho 0000042', responseMode: ResponseMode.REQUIRED,
  responseTerms: ['Defesa: 10 dias úteis'], issuedAt: new Date('2026-03-06T15:00:00Z'), tacitDays: 10, tacitOn: '2026-03-18',
};

describe('messages about electronic intimations', () => {
  let rig: NotificationRig;
  beforeAll(async () => {
    rig = await startRig();
    await rig.configure('campinas');
    await rig.configure('escola', true);
    for (const person of ['bia', 'caio']) await rig.confirm(person);
  });
  afterAll(() => rig.stop());

  const taken = (eventId: string): Promise<unknown> =>
    waitFor(() => rig.database.connection.collection<{ _id: string }>('inbox').findOne({ _id: new RegExp(`:${eventId}$`) }), { describe: `${eventId} taken` });

  it('IN-06: each person who is to be told gets one message, however often the event comes', async () => {
    await rig.say({ type: 'guiche.intimation.v1.NoticeIssued', id: 'n-1', seq: 1, times: 3, data: issued });
    // The same fact as another event, as a replay of the outbox would say it.
    await rig.say({ type: 'guiche.intimation.v1.NoticeIssued', id: 'n-1', seq: 2, data: issued });
    await taken('n-1-2');
    for (const person of ['bia', 'caio']) {
      await rig.settled(person, 'SENT');
      expect((await rig.messagesTo(person)).map(({ kind, inInbox }) => [kind, inInbox])).toEqual([['NOTICE_ISSUED_REQUIRED', true]]);
      const [mail, ...more] = rig.mail.mailsTo(`${person}@example.org`);
      expect(more).toEqual([]);
      for (const part of ['INT 2026/7', '06/03/2026 12:00', '10 dias', '18/03/2026', 'Defesa: 10 dias úteis', `${portalUrl}/intimacoes/n-1`]) expect(mail?.text).toContain(part);
      expect(mail?.html).toContain('Ver a intimação');
    }
  });

  it('a reminder is sent once for each number of days left (IN-19), a moved deadline every time it moves (IN-20)', async () => {
    const own = { ...of, noticeId: 'n-2', personIds: ['dora'] };
    await rig.confirm('dora');
    const due = { ...own, typeName: 'Intimação de decisão', dueOn: '2026-03-26' };
    const moved = { ...own, intimationId: 'i-1', deadline: Deadline.RESPONSE, responseTypeId: 'defesa', formerOn: '2026-03-26', dueOn: '2026-03-27', dueAt: new Date('2026-03-28T02:59:59.999Z'), cause: 'Indisponibilidade de 26/03/2026' };
    await rig.say({ type: 'guiche.intimation.v1.NoticeReminderDue', id: 'n-2', seq: 1, times: 2, data: { ...due, daysLeft: 5 } });
    await rig.say({ type: 'guiche.intimation.v1.NoticeReminderDue', id: 'n-2', seq: 2, data: { ...due, daysLeft: 1 } });
    await rig.say({ type: 'guiche.intimation.v1.NoticeDeadlineChanged', id: 'n-2', seq: 3, times: 2, data: moved });
    await rig.say({ type: 'guiche.intimation.v1.NoticeDeadlineChanged', id: 'n-2', seq: 4, data: { ...moved, formerOn: '2026-03-27', dueOn: '2026-03-26' } });
    await rig.say({ type: 'guiche.intimation.v1.NoticeDeadlineChanged', id: 'n-2', seq: 5, data: { ...moved, formerOn: '2026-03-27' } });
    await rig.say({ type: 'guiche.intimation.v1.NoticeReminderDue', id: 'n-2', seq: 6, data: { ...due, dueOn: '2026-03-27', daysLeft: 1 } });
    await taken('n-2-6');
    await rig.settled('dora', 'SENT', 4);
    expect((await rig.messagesTo('dora')).map(({ kind }) => kind)).toEqual(['NOTICE_REMINDER', 'NOTICE_REMINDER', 'NOTICE_DEADLINE_CHANGED', 'NOTICE_DEADLINE_CHANGED']);
    const texts = rig.mail.mailsTo('dora@example.org').map(({ text }) => text ?? '');
    expect(texts.filter((text) => text.includes('passou de 26/03/2026 para 27/03/2026') && text.includes('Motivo: Indisponibilidade de 26/03/2026'))).toHaveLength(1);
  });

  it('NT-01: fulfilment, response and overdue send nothing', async () => {
    await rig.say({ type: 'guiche.intimation.v1.NoticeResponded', id: 'n-3', seq: 1, data: { noticeId: 'n-3', intimationId: 'i-1', municipalityId: 'campinas', processId: 'p-1', petitionId: 'pet-1' } });
    await rig.say({ type: 'guiche.intimation.v1.NoticeOverdue', id: 'n-3', seq: 2, data: { noticeId: 'n-3', intimationId: 'i-1', municipalityId: 'campinas', processId: 'p-1' } });
    await waitFor(() => rig.database.connection.collection<{ _id: string }>('inbox_heads').findOne({ _id: /n-3/, seq: 2 }), { describe: 'both taken' });
    expect(await rig.database.connection.collection('messages').countDocuments({ key: /n-3/ })).toBe(0);
  });

  it('no real mail leaves the training municipality (OB-07)', async () => {
    await rig.confirm('eva');
    await rig.say({ type: 'guiche.intimation.v1.NoticeIssued', id: 'n-4', seq: 1, city: 'escola', data: { ...issued, noticeId: 'n-4', municipalityId: 'escola', personIds: ['eva'], responseMode: ResponseMode.NONE, responseTerms: [] } });
    await rig.settled('eva', 'SUPPRESSED');
    expect(rig.mail.mailsTo('eva@example.org')).toEqual([]);
  });
});
