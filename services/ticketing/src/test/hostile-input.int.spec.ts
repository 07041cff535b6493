import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clerk, codeOf, startDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { answers, somebody } from './rig.ts';

describe('hostile input', () => {
  let rig: Desk;
  beforeAll(async () => {
    rig = await startDesk();
  });
  afterAll(() => rig.stop());

  const hostile = ['', ' ', '\u0000', 'a\u0007b', '\u202Eevil', '😀'.repeat(50), '__proto__', 'constructor', '{"$gt":""}', '$where', '\ud800', 'x'.repeat(900_000)];

  it('is stored exactly or refused with a code, in every text', async () => {
    const quim = somebody('quim');
    const { id } = await rig.complain(quim);
    for (const text of hostile) {
      const answer = await rig.does(quim, 'addFollowUp', { ticketId: id, text });
      if (answer.errors.length > 0) expect(['INVALID_INPUT', 'BODY_TOO_LARGE']).toContain(answer.code);
      else expect((await rig.collection('ticket_entries').find({ ticketId: id }).sort({ position: -1 }).limit(1).next())?.['text']).toBe(text);
      const opened = await rig.open(quim, { serviceId: rig.serviceIds['complaint'], answers: [{ field: 'text', value: text }], files: [] });
      if (opened.errors.length > 0) expect(['INVALID_INPUT', 'BODY_TOO_LARGE']).toContain(codeOf(opened));
      else expect((await rig.show(quim, opened.data?.openTicket.ticket.id ?? '')).answers[0]?.value).toBe(text);
      for (const name of ['takeTicket', 'requestInformation'] as const) {
        const refused = await rig.does(clerk, name, { ticketId: text, ...(name === 'takeTicket' ? {} : { text: 'x' }) });
        expect(['TICKET_NOT_FOUND', 'BODY_TOO_LARGE']).toContain(refused.code);
      }
      const upload = await rig.as(quim)(`mutation($input: CreateUploadInput!) { createUpload(input: $input) { uploadId } }`, {
        input: { fileName: text, size: 10, mediaType: text, sha256: text },
      });
      expect(['FILE_NAME_INVALID', 'FILE_HASH_INVALID', 'FILE_TYPE_NOT_ACCEPTED', 'BODY_TOO_LARGE']).toContain(codeOf(upload));
    }
  });

  it('has unknown services, wrong keys and answers without a form refused', async () => {
    const rui = somebody('rui');
    expect(codeOf(await rig.open(rui, { serviceId: 'nowhere', files: [] }))).toBe('SERVICE_NOT_FOUND');
    expect(codeOf(await rig.open(rui, { answers, files: [], idempotencyKey: 'x' }))).toBe('INVALID_IDEMPOTENCY_KEY');
  });
});
