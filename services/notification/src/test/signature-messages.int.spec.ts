import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guiche/kit/testing';
import { portalUrl, startRig } from './rig.ts';
import type { NotificationRig } from './rig.ts';

const request = {
  requestId: 's-1', documentId: 'd-1', documentNumber: '0000042', processId: 'p-1', processNumber: 'PMC.2026.00000001-60', municipalityId: 'campinas',
  unitId: 'protocolo', personId: 'bia', staffMemberId: '', dueOn: '2026-03-18',
};

describe('messages about requests to sign', () => {
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

  const mailsTo = async (address: string, count: number): Promise<string[]> => {
    const mails = await waitFor(() => (rig.mail.mailsTo(address).length >= count ? rig.mail.mailsTo(address) : undefined), {
      describe: `${String(count)} mails to ${address}`, timeoutMs: 30_000,
    });
    return mails.map(({ text }) => text ?? '');
  };

  it('the person hears of the request and once more before its last day, the unit of refusal and end', async () => {
    await rig.say({ type: 'guiche.process.v1.SignatureRequested', id: 's-1', seq: 1, times: 2, data: request });
    await rig.say({ type: 'guiche.process.v1.SignatureReminderDue', id: 's-1', seq: 2, data: request });
    await rig.say({ type: 'guiche.process.v1.SignatureRefused', id: 's-1', seq: 3, data: { ...request, reason: 'Não concordo' } });
    await rig.say({ type: 'guiche.process.v1.SignatureRequested', id: 's-2', seq: 1, data: { ...request, requestId: 's-2', personId: '', staffMemberId: 'clerk' } });
    await rig.say({ type: 'guiche.process.v1.SignatureRequestExpired', id: 's-2', seq: 2, data: { ...request, requestId: 's-2', personId: '', staffMemberId: 'clerk' } });
    const toPerson = await mailsTo('bia@example.org', 2);
    expect(toPerson.every((text) => text.includes('documento 0000042') && text.includes('18/03/2026') && text.includes(`${portalUrl}/assinaturas`))).toBe(true);
    const toUnit = await mailsTo('protocolo@campinas.example', 2);
    expect(toUnit.filter((text) => text.includes('Não concordo'))).toHaveLength(1);
    expect(toUnit.filter((text) => text.includes('terminou em 18/03/2026'))).toHaveLength(1);
    expect((await rig.messagesTo('bia')).map(({ kind }) => kind)).toEqual(['SIGNATURE_REQUESTED', 'SIGNATURE_REMINDER']);
    expect(await rig.database.connection.collection('messages').countDocuments({})).toBe(4);
  });
});
