import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guiche/kit/testing';
import { startRig } from './rig.ts';
import type { NotificationRig } from './rig.ts';

describe('the delivery of a mail', () => {
  let rig: NotificationRig;
  /** Breaks the next pass of the point between sending and recording. */
  let breakNext = false;
  beforeAll(async () => {
    const checkpoint = (name: string): void => {
      if (name !== 'mail.afterSend' || !breakNext) return;
      breakNext = false;
      throw new Error('the process is gone');
    };
    rig = await startRig({ checkpoint });
    await rig.configure('campinas');
    await rig.configure('treinamento', true);
  });
  afterAll(() => rig.stop());

  const sign = (personId: string, municipalityId = 'campinas'): Promise<void> =>
    rig.say({
      type: 'guiche.identity.v1.AccreditationTermSigned',
      data: { accreditationId: `acc-${personId}`, personId, municipalityId },
      id: `acc-${personId}`,
      seq: 1,
      city: municipalityId,
    });
  const attemptsFor = async (personId: string): Promise<number> => {
    const [message] = await rig.messagesTo(personId);
    if (message === undefined) return 0;
    const job = await rig.service.parts.connection.collection<{ attempts: number }>('jobs').findOne({ key: message._id });
    return job?.attempts ?? 0;
  };

  it('waits for a contact that comes after the message, and goes out as soon as it is there', async () => {
    await sign('late');
    await waitFor(async () => (await attemptsFor('late')) >= 3, { describe: 'three attempts without a contact' });
    await rig.confirm('late');
    const confirmedAt = Date.now();
    await rig.settled('late', 'SENT');
    // The fourth attempt alone would have waited more than 3 seconds.
    expect(Date.now() - confirmedAt).toBeLessThan(2_500);
    expect(rig.mail.mailsTo('late@example.org')).toHaveLength(1);
  });

  it('ends with the refusal of the mail server, says so without an address, and keeps the message in the inbox (NT-01)', async () => {
    await rig.confirm('unknown-box');
    rig.mail.refuse('unknown-box@example.org', 550, '5.1.1 <unknown-box@example.org>: no such user');
    await sign('unknown-box');
    const [message] = await rig.settled('unknown-box', 'FAILED');
    expect(message?.delivery.reason).toContain('5.1.1');
    expect(await rig.said(String(message?._id))).toEqual([
      {
        type: 'guiche.notification.v1.MessageFailed',
        data: expect.objectContaining({ messageId: message?._id, template: 'TERM_SIGNED', personId: 'unknown-box', reason: expect.not.stringContaining('@') }),
      },
    ]);
    const { data } = await rig.as({ kind: 'person', personId: 'unknown-box', sessionId: 's' })('{ myMessages { edges { node { delivery { state label sentAt } } } } }');
    expect(data).toEqual({ myMessages: { edges: [{ node: { delivery: { state: 'FAILED', label: 'Não entregue', sentAt: null } } }] } });
  });

  it.each([
    ['the mail server asks to come back later', 'busy', 'busy@example.org', 451],
    ['the mail server does not want us as a sender, which the operator has to mend', 'sender', 'nao-responda@guiche.test', 550],
  ])('is tried again when %s', async (_why, personId, refused, code) => {
    await rig.confirm(personId);
    rig.mail.refuse(refused, code, 'not now');
    await sign(personId);
    await waitFor(async () => (await attemptsFor(personId)) >= 1, { describe: 'a failed attempt' });
    expect(await rig.messagesTo(personId)).toMatchObject([{ delivery: { state: 'WAITING' } }]);
    rig.mail.accept(refused);
    await rig.settled(personId, 'SENT');
    expect(rig.mail.mailsTo(`${personId}@example.org`)).toHaveLength(1);
  });

  it('is made up for when the mail server was down', async () => {
    await rig.confirm('patient');
    await rig.mail.down();
    await sign('patient');
    await waitFor(async () => (await attemptsFor('patient')) >= 1, { describe: 'a failed attempt' });
    await rig.mail.up();
    await rig.settled('patient', 'SENT');
    expect(rig.mail.mailsTo('patient@example.org')).toHaveLength(1);
  });

  it('leaves nothing out of the training municipality (OB-07)', async () => {
    await rig.confirm('trainee');
    await sign('trainee', 'treinamento');
    await rig.settled('trainee', 'SUPPRESSED');
    await rig.confirm('after-trainee');
    await sign('after-trainee');
    await rig.settled('after-trainee', 'SENT');
    expect(rig.mail.mailsTo('trainee@example.org')).toEqual([]);
    const { data } = await rig.as({ kind: 'person', personId: 'trainee', sessionId: 's' })('{ myMessages { edges { node { delivery { state label } } } } }');
    expect(data).toEqual({ myMessages: { edges: [{ node: { delivery: { state: 'SUPPRESSED', label: 'Não enviado (treinamento)' } } }] } });
  });

  it('sends a second copy with the same Message-ID when it broke between sending and recording', async () => {
    await rig.confirm('twice');
    breakNext = true;
    await sign('twice');
    const [message] = await rig.settled('twice', 'SENT');
    expect(rig.mail.mailsTo('twice@example.org').map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${String(message?._id)}@guiche>`));
    expect(await rig.said(String(message?._id))).toHaveLength(1);
  });
});
