import { expect, it } from '@jest/globals';
import { assertTransactional } from '@guiche/kit/testing';
import type { TicketingRig } from './rig.ts';

/** What holds of everything a spec has done to tickets, at its end; `written` are collections it must have written. */
export function keepsBooks(rig: () => TicketingRig, written: readonly string[]): void {
  it('leaves an audit entry of every act on a ticket', async () => {
    const tickets = await rig().collection('tickets').find({}).toArray();
    const audited = await rig().collection('audit').distinct('entityId', { entityType: 'ticket' });
    expect(audited).toEqual(expect.arrayContaining(tickets.map(({ _id }) => _id)));
  });

  it('writes nothing outside a transaction', () => {
    expect(rig().writes.map(({ collection }) => collection)).toEqual(expect.arrayContaining([...written]));
    assertTransactional(rig().writes, { except: [/^(counters|jobs|uploads|relay_lease|files\.)/, /^update outbox$/] });
  });
}
