import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessGranted_Scope as Scope, VistaAnswered_Decision as Decision } from '@guiche/contracts';
import { waitFor } from '@guiche/kit/testing';
import { portalUrl, startRig } from './rig.ts';
import type { NotificationRig } from './rig.ts';

const process = { processId: 'p-1', processNumber: 'PMC.2026.00000001-60', municipalityId: 'campinas', unitId: 'protocolo' };

describe('messages about access from outside', () => {
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

  /** Mails to an address once so many are there. */
  const mailsTo = (address: string, count: number) =>
    waitFor(() => (rig.mail.mailsTo(address).length >= count ? rig.mail.mailsTo(address) : undefined), { describe: `${String(count)} mails to ${address}`, timeoutMs: 30_000 });
  const stored = (kind: string) => rig.database.connection.collection('messages').findOne({ kind });

  it('a person is told of an access and of its end, in the inbox and by e-mail', async () => {
    const grant = { ...process, grantId: 'g-1', personId: 'bia' };
    await rig.say({ type: 'guiche.process.v1.AccessGranted', id: 'g-1', seq: 1, times: 2, data: { ...grant, scope: Scope.INTEGRAL, expiresOn: '2026-03-16' } });
    await rig.say({ type: 'guiche.process.v1.AccessCancelled', id: 'g-1', seq: 2, data: { ...grant, reason: 'Concedido por engano' } });
    const texts = (await mailsTo('bia@example.org', 2)).map(({ text }) => text ?? '');
    expect(texts.find((text) => text.includes('até 16/03/2026'))).toContain(`${portalUrl}/processos/p-1`);
    expect(texts.find((text) => text.includes('Concedido por engano'))).toBeDefined();
    expect((await rig.messagesTo('bia')).map(({ kind, inInbox }) => [kind, inInbox])).toEqual([['ACCESS_GRANTED', true], ['ACCESS_CANCELLED', true]]);
  });

  it('somebody without an account gets link and code by e-mail alone, and neither is kept', async () => {
    const grant = { grantId: 'g-2', municipalityId: 'campinas', email: 'rui@example.org' };
    await rig.say({ type: 'guiche.process.v1.AccessGranted', id: 'g-2', seq: 1, data: { ...process, grantId: 'g-2', personId: '', scope: Scope.PARTIAL, expiresOn: '2026-03-16' } });
    await rig.say({ type: 'guiche.process.v1.IsolatedAccessInvited', id: 'g-2', seq: 1, eventId: 'invited-1', data: { ...grant, processNumber: process.processNumber, linkToken: 'g-2.a+b', expiresOn: '2026-03-16' } });
    await rig.say({ type: 'guiche.process.v1.IsolatedAccessCodeIssued', id: 'g-2', seq: 2, eventId: 'code-1', data: { ...grant, code: '012345', expiresAt: new Date('2026-03-06T12:10:00Z') } });
    const [invitation, code] = await mailsTo('rui@example.org', 2).then((mails) => [mails.find(({ text }) => text?.includes('#g-2')), mails.find(({ text }) => text?.includes('012345'))]);
    expect(invitation?.text).toContain(`${portalUrl}/acesso-externo#g-2.a%2Bb`);
    expect(code?.text).toContain('Ele vale uma única vez, até 06/03/2026 09:10.');
    await waitFor(async () => (await stored('ISOLATED_ACCESS_CODE'))?.['delivery'].state === 'SENT', { describe: 'the code recorded as sent' });
    await waitFor(async () => (await stored('ISOLATED_ACCESS_INVITED'))?.['delivery'].state === 'SENT', { describe: 'the invitation recorded as sent' });
    const kept = JSON.stringify(await rig.database.connection.collection('messages').find({ inInbox: false }).toArray());
    expect(kept).not.toMatch(/012345|g-2\.a|rui@example/);
  });

  it('the unit hears of a request and of its reminders at its own address, the person of the answer', async () => {
    await rig.confirm('caio');
    const request = { ...process, requestId: 'v-1' };
    await rig.say({ type: 'guiche.process.v1.VistaRequested', id: 'v-1', seq: 1, data: { ...request, personId: 'caio' } });
    await rig.say({ type: 'guiche.process.v1.VistaReminderDue', id: 'v-1', seq: 2, data: { ...request, requestedAt: new Date('2026-03-06T12:00:00Z'), reminderNumber: 1 } });
    await rig.say({ type: 'guiche.process.v1.VistaAnswered', id: 'v-1', seq: 3, data: { ...request, personId: 'caio', decision: Decision.DENIED, reason: 'Sem procuração' } });
    const toUnit = (await mailsTo('protocolo@campinas.example', 2)).map(({ text }) => text ?? '');
    expect(toUnit.every((text) => text.includes(`${portalUrl}/pedidos-de-vista/v-1`))).toBe(true);
    expect(toUnit.some((text) => text.includes('feito em 06/03/2026 09:00'))).toBe(true);
    const [answer] = await mailsTo('caio@example.org', 1);
    expect(answer?.text).toContain('Sem procuração');
  });

  it('a granted request makes one message, not another one for its access', async () => {
    await rig.confirm('dora');
    const granted = { ...process, personId: 'dora', expiresOn: '2026-03-16' };
    await rig.say({ type: 'guiche.process.v1.AccessGranted', id: 'g-3', seq: 1, data: { ...granted, grantId: 'g-3', scope: Scope.INTEGRAL, vistaRequestId: 'v-2' } });
    await rig.say({ type: 'guiche.process.v1.VistaAnswered', id: 'v-2', seq: 1, data: { ...granted, requestId: 'v-2', decision: Decision.GRANTED, reason: 'Deferido', grantId: 'g-3' } });
    const messages = await rig.settled('dora', 'SENT');
    expect(messages.map(({ kind }) => kind)).toEqual(['VISTA_GRANTED']);
  });
});
