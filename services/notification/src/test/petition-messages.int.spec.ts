import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PetitionFiled_Kind as Kind } from '@guiche/contracts';
import { waitFor } from '@guiche/kit/testing';
import { portalUrl, startRig } from './rig.ts';
import type { NotificationRig } from './rig.ts';

const filed = {
  petitionId: 'pet-1', municipalityId: 'campinas', personId: 'bia', kind: Kind.NEW_PROCESS, processId: 'p-1', processNumber: 'PMC.2026.00000001-60',
  unitId: 'protocolo', receiptNumber: '0000042', receiptDocumentId: 'd-9', filedAt: new Date('2026-03-07T02:59:59Z'),
};

describe('messages about petitions', () => {
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

  const mailsTo = (address: string) =>
    waitFor(() => (rig.mail.mailsTo(address).length > 0 ? rig.mail.mailsTo(address) : undefined), { describe: `a mail to ${address}`, timeoutMs: 30_000 });

  it('PT-05: the petitioner and the unit are told once each, however often the event comes', async () => {
    await rig.say({ type: 'guiche.process.v1.PetitionFiled', id: 'pet-1', seq: 1, times: 3, data: filed });
    // The same fact as another event, as a replay of the outbox would say it.
    await rig.say({ type: 'guiche.process.v1.PetitionFiled', id: 'pet-1', seq: 2, data: filed });
    await rig.absorbed(2);
    const inbox = rig.database.connection.collection<{ _id: string }>('inbox');
    await waitFor(() => inbox.findOne({ _id: /:pet-1-2$/ }), { describe: 'the second event taken' });
    await rig.settled('bia', 'SENT');
    const [confirmation] = await mailsTo('bia@example.org');
    for (const part of ['0000042', filed.processNumber, '06/03/2026 às 23:59:59 (horário oficial de Brasília)', 'até as 23:59:59', `${portalUrl}/processos/p-1`]) {
      expect(confirmation?.text).toContain(part);
    }
    const [alert] = await mailsTo('protocolo@campinas.example');
    expect(alert?.text).toContain(filed.processNumber);

    const last = { ...filed, petitionId: 'pet-2', receiptNumber: '0000043' };
    await rig.say({ type: 'guiche.process.v1.PetitionFiled', id: 'pet-2', seq: 1, data: last });
    await rig.settled('bia', 'SENT', 2);
    await waitFor(() => rig.mail.mailsTo('protocolo@campinas.example').length >= 2, { describe: 'the second alert', timeoutMs: 30_000 });
    expect((await rig.messagesTo('bia')).map(({ key, kind, inInbox }) => [key, kind, inInbox])).toEqual([
      ['petition-filed:pet-1', 'PETITION_FILED', true],
      ['petition-filed:pet-2', 'PETITION_FILED', true],
    ]);
    expect(rig.mail.mailsTo('bia@example.org')).toHaveLength(2);
    expect(rig.mail.mailsTo('protocolo@campinas.example')).toHaveLength(2);
  });

  it('PS-03: of a secret process the mailbox of the unit is told that something came, and not which process it is', async () => {
    await rig.confirm('dora');
    const secret = { ...filed, petitionId: 'pet-4', personId: 'dora', processId: 'p-4', processNumber: 'PMC.2026.00000009-99', receiptNumber: '0000049', secret: true };
    const before = rig.mail.mailsTo('protocolo@campinas.example').length;
    await rig.say({ type: 'guiche.process.v1.PetitionFiled', id: 'pet-4', seq: 1, data: secret });
    await rig.settled('dora', 'SENT');
    await waitFor(() => rig.mail.mailsTo('protocolo@campinas.example').length > before, { describe: 'the alert', timeoutMs: 30_000 });
    const alert = rig.mail.mailsTo('protocolo@campinas.example').at(-1);
    expect(alert?.text).toContain('peticionamento em processo sigiloso');
    expect(JSON.stringify(alert)).not.toMatch(/00000009|0000049|p-4/);
    const [confirmation] = await mailsTo('dora@example.org');
    expect(confirmation?.text).toContain(secret.processNumber);
  });

  it('NT-01: a response to an intimation is confirmed to the person, and the unit gets no mail', async () => {
    await rig.confirm('caio');
    const response = { ...filed, petitionId: 'pet-3', personId: 'caio', kind: Kind.RESPONSE, noticeId: 'n-1' };
    await rig.say({ type: 'guiche.process.v1.PetitionFiled', id: 'pet-3', seq: 1, data: response });
    await rig.settled('caio', 'SENT');
    expect(await rig.database.connection.collection('messages').countDocuments({ key: /pet-3/ })).toBe(1);
  });
});
