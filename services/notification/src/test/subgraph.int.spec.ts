import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphqlClient } from '@guiche/kit/testing';
import { startRig } from './rig.ts';
import type { NotificationRig } from './rig.ts';

interface Inbox {
  readonly myMessages: {
    readonly totalCount?: number;
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string; readonly text: string; readonly readAt?: string | null } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly startCursor: string; readonly endCursor: string };
  };
}

const inbox = `query($unread: Boolean, $first: Int, $after: String, $last: Int, $before: String) {
  myMessages(unread: $unread, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { id text readAt } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const markRead = `mutation($input: MarkMessageReadInput!) { markMessageRead(input: $input) { replayed message { id readAt } } }`;
const reasons = ['um', 'dois', 'três', 'quatro', 'cinco'];
/** Newest first, as the inbox shows them. */
const shown = [...reasons].reverse();

describe('the inbox', () => {
  let rig: NotificationRig;
  let ask: GraphqlClient;
  beforeAll(async () => {
    rig = await startRig();
    ask = rig.as({ kind: 'person', personId: 'ana', sessionId: 's' });
    await rig.configure('campinas');
    await rig.confirm('ana');
    for (const [index, reason] of reasons.entries()) {
      rig.clock.advance({ seconds: 1 });
      await rig.say({ type: 'guiche.ticketing.v1.TicketPending', data: { ticketId: 't-1', requesterId: 'ana', reason }, id: 't-1', seq: index + 1 });
      await rig.settled('ana', 'SENT', index + 1);
    }
    await rig.say({ type: 'guiche.ticketing.v1.TicketPending', data: { ticketId: 't-2', requesterId: 'bia', reason: 'de outra' }, id: 't-2', seq: 1 });
    await rig.settled('bia', 'WAITING');
  });
  afterAll(() => rig.stop());

  const page = async (variables: Record<string, unknown>): Promise<Inbox['myMessages'] & { readonly words: string[] }> => {
    const { data, errors } = await ask<Inbox>(inbox, variables);
    expect(errors).toEqual([]);
    if (data == null) throw new Error('no inbox');
    const words = data.myMessages.edges.map(({ node }) => reasons.find((reason) => node.text.includes(`\n${reason}\n`)) ?? node.text);
    return { ...data.myMessages, words };
  };

  it('is read forwards and backwards without missing or repeating a message', async () => {
    const first = await page({ first: 2 });
    expect(first.words).toEqual(shown.slice(0, 2));
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const second = await page({ first: 2, after: first.pageInfo.endCursor });
    expect(second.words).toEqual(shown.slice(2, 4));
    const third = await page({ first: 2, after: second.pageInfo.endCursor });
    expect(third.words).toEqual(shown.slice(4));
    expect(third.pageInfo.hasNextPage).toBe(false);

    const last = await page({ last: 2 });
    expect(last.words).toEqual(shown.slice(3));
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const before = await page({ last: 4, before: last.pageInfo.startCursor });
    expect(before.words).toEqual(shown.slice(0, 3));
    expect(before.pageInfo.hasPreviousPage).toBe(false);
  });

  it('counts only when asked, and only what is one’s own', async () => {
    expect((await ask<Inbox>('{ myMessages(first: 1) { totalCount edges { cursor } } }')).data?.myMessages.totalCount).toBe(5);
  });

  it.each([[{ first: 0 }, 'INVALID_PAGE_SIZE'], [{ first: 101 }, 'INVALID_PAGE_SIZE'], [{ first: 1, last: 1 }, 'INVALID_PAGE_SIZE'], [{ after: 'x' }, 'INVALID_CURSOR']])(
    'refuses the page %j',
    async (variables, code) => {
      expect((await ask(inbox, variables)).errors[0]?.extensions?.['code']).toBe(code);
    },
  );

  it('marks a message as read once, however often it is told, and then no longer shows it as unread', async () => {
    const [newest] = (await page({ first: 1 })).edges;
    const input = { messageId: newest?.node.id, idempotencyKey: 'read-the-newest' };
    const readAt = rig.clock.now().toISOString();
    const first = await ask(markRead, { input });
    expect(first.data).toEqual({ markMessageRead: { replayed: false, message: { id: input.messageId, readAt } } });
    rig.clock.advance({ minutes: 1 });
    expect((await ask(markRead, { input })).data).toEqual({ markMessageRead: { replayed: true, message: { id: input.messageId, readAt } } });
    expect((await ask(markRead, { input: { messageId: input.messageId } })).data).toEqual({
      markMessageRead: { replayed: false, message: { id: input.messageId, readAt } },
    });
    expect((await page({ unread: true })).words).toEqual(shown.slice(1));
    expect((await page({ unread: false })).words).toEqual(shown);
  });

  it.each(['', '__proto__', '{"$gt":""}', '0'.repeat(1_000)])('finds no message by the id %.20j', async (messageId) => {
    expect((await ask(markRead, { input: { messageId } })).errors[0]?.extensions?.['code']).toBe('MESSAGE_NOT_FOUND');
  });
});
