import { describe, expect, it } from '@jest/globals';
import { brokerPermissions } from './permissions.ts';
import { exchangesOf, queuesOf, rabbitDefinitions, systemDeclarations } from './topology.ts';
import type { ServiceTopology } from './topology.ts';

const source: ServiceTopology = {
  service: 'source',
  exchanges: ['private'],
  bindings: [],
  unheard: [{ exchange: 'ev.source', key: 'noise.#' }],
};
const reader: ServiceTopology = { service: 'reader', bindings: [{ exchange: 'ev.source', key: 'thing.#' }] };

describe('the topology', () => {
  it('gives every queue a positive delivery limit, as one without differs between broker versions', () => {
    const { queues } = systemDeclarations([source, reader]);
    for (const queue of queues) {
      expect(queue.arguments).toMatchObject({ 'x-queue-type': 'quorum' });
      expect(queue.arguments['x-delivery-limit']).toBeGreaterThan(0);
    }
  });

  it('dead-letters without loss wherever it dead-letters', () => {
    for (const { arguments: args } of queuesOf('reader').queues) {
      if ('x-dead-letter-exchange' in args) {
        expect(args).toMatchObject({ 'x-dead-letter-strategy': 'at-least-once', 'x-overflow': 'reject-publish' });
      }
    }
  });

  it('brings a retried message back to its own consumer only', () => {
    const { bindings, exchanges } = queuesOf('reader');
    const names = new Set(exchanges.map(({ name }) => name));
    expect(names).toEqual(new Set(['retry.reader', 'dlx.reader']));
    expect(bindings.every(({ source: from, queue }) => names.has(from) && queue.startsWith('q.reader.'))).toBe(true);
  });

  it('declares exchanges and queues of all services before any binding between them', () => {
    const { exchanges, queues, bindings } = systemDeclarations([reader, source]);
    const known = new Set([...exchanges, ...queues].map(({ name }) => name));
    expect(bindings.every(({ source: from, queue }) => known.has(from) && known.has(queue))).toBe(true);
    expect(bindings).toContainEqual({ source: 'ev.source', queue: 'q.reader.events', key: 'thing.#' });
  });

  it('keeps events nobody listens to on purpose out of the unrouted ones', () => {
    expect(exchangesOf(source).bindings).toEqual([{ source: 'ev.source', queue: 'q.source.unheard', key: 'noise.#' }]);
  });

  it('reads as a definitions file of the broker', () => {
    const definitions = rabbitDefinitions(systemDeclarations([source, reader]), 'guiche');
    expect(definitions.exchanges).toContainEqual(
      expect.objectContaining({ name: 'ev.source', vhost: 'guiche', arguments: { 'alternate-exchange': 'ev.unrouted' } }),
    );
    expect(definitions.bindings.every(({ destination_type }) => destination_type === 'queue')).toBe(true);
  });
});

describe('brokerPermissions', () => {
  const { configure, write, read } = brokerPermissions(reader);
  const may = (pattern: string, name: string) => new RegExp(pattern).test(name);

  it('let a service read its own queues and the exchanges it listens to, nothing else', () => {
    expect(may(read, 'q.reader.events')).toBe(true);
    expect(may(read, 'ev.source')).toBe(true);
    for (const name of ['q.source.events', 'ev.source.private', 'evXsource', 'ev.source2', 'q.unrouted', 'amq.default']) {
      expect(may(read, name)).toBe(false);
    }
  });

  it('let it write and change only what is its own', () => {
    for (const name of ['ev.source', 'q.source.events', 'retry.source', 'dlx.source', 'amq.default', 'q.unrouted']) {
      expect(may(write, name)).toBe(false);
      expect(may(configure, name)).toBe(false);
    }
    expect(may(configure, 'q.reader.retry.600s')).toBe(true);
    expect(may(write, 'ev.unrouted')).toBe(true);
    expect(may(configure, 'ev.unrouted')).toBe(false);
  });
});
