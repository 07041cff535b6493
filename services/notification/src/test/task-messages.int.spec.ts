import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TaskKind } from '@guiche/contracts';
import { waitFor } from '@guiche/kit/testing';
import { portalUrl, startRig } from './rig.ts';
import type { NotificationRig } from './rig.ts';

const task = {
  taskId: 't-1', processId: 'p-1', processNumber: 'PMC.2026.00000001-60', municipalityId: 'campinas', unitId: 'protocolo', personId: 'bia',
  kind: TaskKind.COMPLEMENT, round: 1,
};

describe('messages about tasks of persons (pendências)', () => {
  let rig: NotificationRig;
  beforeAll(async () => {
    rig = await startRig();
    await rig.configure('campinas');
    await rig.confirm('bia');
    await rig.say({
      type: 'guiche.identity.v1.UnitChanged', id: 'protocolo', seq: 1,
      data: { unitId: 'protocolo', municipalityId: 'campinas', name: 'Protocolo Geral', acronym: 'PG', email: 'protocolo@campinas.example', active: true },
    });
  });
  afterAll(() => rig.stop());

  const mailsTo = (address: string, count: number) =>
    waitFor(() => (rig.mail.mailsTo(address).length >= count ? rig.mail.mailsTo(address) : undefined), { describe: `${String(count)} mails to ${address}`, timeoutMs: 30_000 });

  it('the person is told of each step, once, in the inbox and by e-mail; the unit of each answer at its own address (TA-01, TA-02)', async () => {
    await rig.say({ type: 'guiche.process.v1.TaskAssigned', id: 't-1', seq: 1, times: 2, data: { ...task, dueOn: '2026-03-16' } });
    await rig.say({ type: 'guiche.process.v1.TaskReminderDue', id: 't-1', seq: 2, data: { ...task, dueOn: '2026-03-16' } });
    await rig.say({ type: 'guiche.process.v1.TaskResolved', id: 't-1', seq: 3, data: { ...task, resolvedAt: new Date('2026-03-15T12:00:00Z') } });
    const second = { ...task, round: 2 };
    await rig.say({ type: 'guiche.process.v1.TaskReturned', id: 't-1', seq: 4, data: { ...second, reason: 'Comprovante ilegível', dueOn: '2026-03-20' } });
    await rig.say({ type: 'guiche.process.v1.TaskResolved', id: 't-1', seq: 5, data: { ...second, resolvedAt: new Date('2026-03-18T12:00:00Z') } });
    await rig.say({ type: 'guiche.process.v1.TaskAccepted', id: 't-1', seq: 6, data: second });
    const texts = (await mailsTo('bia@example.org', 4)).map(({ text }) => text ?? '');
    expect(texts.every((text) => text.includes(`${portalUrl}/pendencias/t-1`))).toBe(true);
    expect(texts.find((text) => text.includes('Minhas Pendências') && text.includes('23:59:59 de 16/03/2026'))).toBeDefined();
    expect(texts.find((text) => text.includes('Comprovante ilegível'))).toContain('23:59:59 de 20/03/2026');
    expect(texts.find((text) => text.includes('aceitou a sua resposta'))).toContain('pendência de complementação');
    const toUnit = (await mailsTo('protocolo@campinas.example', 2)).map(({ text }) => text ?? '');
    expect(toUnit.every((text) => text.includes('vermelho'))).toBe(true);
    expect((await rig.messagesTo('bia')).map(({ kind, inInbox }) => [kind, inInbox])).toEqual([
      ['TASK_ASSIGNED', true], ['TASK_REMINDER', true], ['TASK_RETURNED', true], ['TASK_ACCEPTED', true],
    ]);
  });

  it('the person is told when a task is cancelled, and when it expired', async () => {
    await rig.confirm('caio');
    const other = { ...task, personId: 'caio' };
    await rig.say({ type: 'guiche.process.v1.TaskCancelled', id: 't-2', seq: 1, data: { ...other, taskId: 't-2', kind: TaskKind.SIGN, reason: 'Pedido por engano' } });
    await rig.say({ type: 'guiche.process.v1.TaskExpired', id: 't-3', seq: 1, data: { ...other, taskId: 't-3', kind: TaskKind.ACKNOWLEDGE, dueOn: '2026-03-16' } });
    const texts = (await mailsTo('caio@example.org', 2)).map(({ text }) => text ?? '');
    expect(texts.find((text) => text.includes('Pedido por engano'))).toContain('pendência de assinatura');
    expect(texts.find((text) => text.includes('sem resposta'))).toContain('pendência de ciência');
  });
});
