import { describe, expect, it } from '@jest/globals';
import { mailMessageId, markFailed, markRead, markSent } from './message.ts';
import type { Message } from './message.ts';

const at = new Date('2026-03-06T12:00:00Z');
const message: Message = {
  id: 'm1', key: 'k', kind: 'TICKET_SOLVED', personId: 'ana', municipalityId: 'campinas', subject: 's', text: 't',
  inInbox: true, createdAt: at, delivery: { state: 'WAITING' },
};

describe('a message', () => {
  it('is delivered once and says so', () => {
    const sent = markSent(message, at);
    expect(sent?.state.delivery).toEqual({ state: 'SENT', sentAt: at });
    expect(sent?.events[0].data).toEqual({ messageId: 'm1', template: 'TICKET_SOLVED', personId: 'ana' });
    expect(sent && markSent(sent.state, at)).toBeUndefined();
    expect(sent && markFailed(sent.state, 'x')).toBeUndefined();
  });

  it('that failed says why and stays failed', () => {
    const failed = markFailed(message, 'MAIL_REFUSED');
    expect(failed?.events[0].data.reason).toBe('MAIL_REFUSED');
    expect(failed && markSent(failed.state, at)).toBeUndefined();
  });

  it('keeps the moment it was read first', () => {
    const read = markRead(message, at);
    expect(markRead(read, new Date()).readAt).toBe(at);
  });

  it('carries the same Message-ID at every attempt', () => {
    expect(mailMessageId(message)).toBe('<m1@guiche>');
  });
});
