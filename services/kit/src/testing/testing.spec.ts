import { describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { assertTransactional, fixedClock, serveJwks, testKeys, waitFor } from './index.ts';
import { withDatabase } from './test-database.ts';

describe('assertTransactional', () => {
  const inside = { name: 'insert', collection: 'tickets', txnNumber: '1', autocommit: false };

  it('passes writes of a transaction and of the named exceptions', () => {
    const counter = { name: 'findAndModify', collection: 'counters', txnNumber: '2' };
    expect(() => assertTransactional([inside, counter], { except: [/^counters$/] })).not.toThrow();
  });

  it('names a write that went around the transaction, a retryable write included', () => {
    const alone = { name: 'update', collection: 'outbox' };
    const retryable = { name: 'insert', collection: 'inbox', txnNumber: '3' };
    expect(() => assertTransactional([inside, alone, retryable], { except: [] })).toThrow(
      'Written outside a transaction: update outbox, insert inbox',
    );
  });
});

describe('waitFor', () => {
  it('answers what the predicate found, however often it failed before', async () => {
    let calls = 0;
    const found = await waitFor(
      () => {
        calls += 1;
        if (calls === 1) throw new Error('not there yet');
        return calls < 3 ? undefined : 0;
      },
      { describe: 'a zero' },
    );
    expect(found).toBe(0);
  });

  it('says what was waited for when it does not come', async () => {
    await expect(waitFor(() => false, { describe: 'the impossible', timeoutMs: 30 })).rejects.toThrow(
      'Waited 30 ms in vain: the impossible',
    );
  });
});

describe('fixedClock', () => {
  it('stands still until it is moved', () => {
    const clock = fixedClock('2026-03-02T09:00:00-03:00');
    const { now } = clock;
    expect(now()).toEqual(now());
    clock.advance({ days: 1, minutes: 1 });
    expect(now().toISOString()).toBe('2026-03-03T12:01:00.000Z');
    clock.set('2026-01-01T00:00:00Z');
    expect(now().toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });
});

describe('testKeys', () => {
  it('signs tokens that the published key verifies, without publishing the private one', async () => {
    const keys = testKeys();
    const server = await serveJwks(keys.publicJwks);
    const answer = await (await fetch(server.url)).text();
    await server.close();
    expect(server.requests).toBe(1);
    expect(answer).not.toContain('"d"');
    expect(jwt.verify(keys.sign({ sub: 'x' }), keys.publicKey, { algorithms: ['ES256'] })).toEqual({ sub: 'x' });
  });
});

describe('withDatabase', () => {
  it('keeps hosts, credentials and options and only changes the database', () => {
    expect(withDatabase('mongodb://u:p@a:1,b:2/admin?replicaSet=rs0', 'x')).toBe(
      'mongodb://u:p@a:1,b:2/x?replicaSet=rs0&authSource=admin',
    );
    expect(withDatabase('mongodb://a:1', 'x')).toBe('mongodb://a:1/x?');
  });
});
