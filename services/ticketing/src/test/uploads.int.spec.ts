import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fieldCodes, startDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { pdf, sha256, somebody } from './rig.ts';

describe('an upload', () => {
  let rig: Desk;
  beforeAll(async () => {
    rig = await startDesk();
  });
  afterAll(() => rig.stop());

  const uploader = somebody('uploader');
  const openWith = async (uploadId: string, principal = uploader) => {
    const other = (await rig.upload(principal, pdf('other'))).uploadId;
    return fieldCodes(await rig.open(principal, { files: [{ field: 'photo-id', uploadId }, { field: 'address-proof', uploadId: other }] }));
  };

  it('of 20 MB + 1 byte, of a false type, cut short or with another hash are refused', async () => {
    const limit = 20 * 1024 * 1024;
    await expect(rig.upload(uploader, pdf('big', limit + 1))).rejects.toThrow('FILE_TOO_LARGE');
    const large = await rig.upload(uploader, pdf('big', limit + 1), { size: limit });
    expect([large.status, large.body]).toEqual([413, expect.stringContaining('FILE_TOO_LARGE')]);
    const html = await rig.upload(uploader, Buffer.from('<html><script>alert(1)</script></html>'));
    expect([html.status, html.body]).toEqual([415, expect.stringContaining('FILE_TYPE_NOT_ACCEPTED')]);
    const cut = await rig.upload(uploader, pdf('cut'), { size: 999 });
    expect([cut.status, cut.body]).toEqual([422, expect.stringContaining('FILE_SIZE_MISMATCH')]);
    const swapped = await rig.upload(uploader, pdf('one'), { sha256: sha256(pdf('two')) });
    expect([swapped.status, swapped.body]).toEqual([422, expect.stringContaining('FILE_HASH_MISMATCH')]);
    expect(await openWith(swapped.uploadId)).toEqual([['files.photo-id', 'UPLOAD_INCOMPLETE']]);
  });

  it('of another person do not exist, and each is used once', async () => {
    const theirs = await rig.upload(somebody('another'), pdf('theirs'));
    expect(await openWith(theirs.uploadId)).toEqual([['files.photo-id', 'UPLOAD_NOT_FOUND']]);
    const mine = await rig.upload(uploader, pdf('mine'));
    expect(fieldCodes(await rig.open(uploader, { files: [{ field: 'photo-id', uploadId: mine.uploadId }, { field: 'address-proof', uploadId: mine.uploadId }] }))).toEqual([
      ['files.address-proof', 'UPLOAD_ALREADY_USED'],
    ]);
    const ticket = await rig.opened(uploader, { files: [{ field: 'photo-id', uploadId: mine.uploadId }, { field: 'address-proof', uploadId: (await rig.upload(uploader, pdf('more'))).uploadId }] });
    await rig.does(uploader, 'cancelTicket', { ticketId: ticket.id });
    expect(await openWith(mine.uploadId)).toEqual([['files.photo-id', 'UPLOAD_ALREADY_USED']]);
    expect((await fetch(mine.url, { method: 'PUT', body: pdf('mine') })).status).toBeGreaterThanOrEqual(400);
  });
});
