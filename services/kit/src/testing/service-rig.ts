import { randomUUID } from 'node:crypto';
import { connect } from 'amqplib';
import type { Connection } from 'mongoose';
import { signAccessToken, signingKeyOf } from '../auth/index.ts';
import type { TokenPrincipal } from '../auth/index.ts';
import type { ServiceExtras, ServiceSettings } from '../host/index.ts';
import type { EnvelopeCodec } from '../outbox/index.ts';
import type { CommandRecord } from './command-record.ts';
import { fixedClock } from './fixed-clock.ts';
import type { MovableClock } from './fixed-clock.ts';
import { graphqlClient } from './graphql-client.ts';
import type { GraphqlClient } from './graphql-client.ts';
import { serveJwks } from './serve-jwks.ts';
import { testBroker } from './test-broker.ts';
import type { TestBroker } from './test-broker.ts';
import { recordCommands, testDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';
import { testKeys } from './test-keys.ts';
import type { TestKeys } from './test-keys.ts';

/** An event as another service would have published it. */
export interface DeliveredEvent {
  readonly type: string;
  readonly exchange: string;
  readonly key: string;
  readonly payload: Uint8Array;
  readonly aggregate: { readonly type: string; readonly id: string };
  /** Counts within the aggregate, from 1; the next one unless told. */
  readonly seq?: number;
  readonly tenantId: string;
  /** The same id again is the same event again. */
  readonly eventId?: string;
}

/** One whole service on a database and a virtual host of its own, with tokens for anybody and a clock to move. */
export interface ServiceRig<Service> {
  readonly service: Service;
  readonly database: TestDatabase;
  /** Every write the service sent to its database since it was up. */
  readonly writes: CommandRecord[];
  readonly broker: TestBroker;
  readonly keys: TestKeys;
  readonly issuer: string;
  readonly clock: MovableClock;
  tokenFor(principal: TokenPrincipal): string;
  /** A client of the service's graph; without a principal an anonymous one. */
  as(principal?: TokenPrincipal): GraphqlClient;
  /** Headers of a request that the gateway passes on from this address. */
  from(address: string): Record<string, string>;
  /** Publishes an event of another service; resolves when the broker has it. */
  deliver(event: DeliveredEvent): Promise<void>;
  stop(): Promise<void>;
}

interface StartedForTest {
  readonly url: string;
  readonly parts: { readonly connection: Connection };
  consuming(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a service in this process by its own `start<Name>Service`. `exchanges` are those of other services, which the
 * test stands in for. The clock stands still at `at` (now unless told) until it is moved.
 */
export async function serviceRig<Service extends StartedForTest>(options: {
  /** Must hand `extras` on to `start<Name>Service`. */
  start: (settings: ServiceSettings, extras: ServiceExtras, rig: { clock: MovableClock; keys: TestKeys }) => Promise<Service>;
  codec: EnvelopeCodec;
  exchanges: readonly string[];
  at?: string;
}): Promise<ServiceRig<Service>> {
  const keys = testKeys();
  const gatewayCredential = randomUUID().repeat(2);
  const issuer = 'http://issuer.test';
  const clock = fixedClock(options.at ?? new Date().toISOString());
  const [database, broker, jwks] = await Promise.all([testDatabase(), testBroker(), serveJwks(keys.publicJwks)]);
  const connection = await connect(broker.url);
  const channel = await connection.createConfirmChannel();
  await channel.assertExchange('ev.unrouted', 'fanout', { durable: true });
  for (const exchange of options.exchanges) {
    await channel.assertExchange(exchange, 'topic', { durable: true, arguments: { 'alternate-exchange': 'ev.unrouted' } });
  }
  const settings: ServiceSettings = {
    PORT: 0,
    HOST: '127.0.0.1',
    MONGO_URL: database.url,
    RABBITMQ_URL: broker.url,
    SECRET: randomUUID().repeat(2),
    GATEWAY_CREDENTIAL: gatewayCredential,
    PUBLIC_URL: 'http://gateway.test',
    JWKS_URL: jwks.url,
    TOKEN_ISSUER: issuer,
    LOG_LEVEL: 'fatal',
  };
  const extras: ServiceExtras = { now: () => clock.now(), monitorCommands: true };
  const service = await options.start(settings, extras, { clock, keys });
  await service.consuming();
  const seqs = new Map<string, number>();
  const nextSeq = (aggregate: string): number => (seqs.get(aggregate) ?? 0) + 1;
  const tokenFor = (principal: TokenPrincipal): string =>
    signAccessToken({
      key: signingKeyOf(keys.privateJwks),
      issuer,
      principal,
      clientId: 'test',
      tokenId: randomUUID(),
      now: clock.now(),
      lifetimeSeconds: 600,
    });

  return {
    service,
    database,
    writes: recordCommands(service.parts.connection),
    broker,
    keys,
    issuer,
    clock,
    tokenFor,
    from: (address) => ({ 'x-client-address': address, 'x-gateway-credential': gatewayCredential }),
    as: (principal) => graphqlClient(`${service.url}/graphql`, principal === undefined ? {} : { token: tokenFor(principal) }),
    async deliver({ type, exchange, key, payload, aggregate, seq: told, tenantId, eventId = randomUUID() }) {
      const counted = `${aggregate.type}:${aggregate.id}`;
      const seq = told ?? nextSeq(counted);
      seqs.set(counted, seq);
      const bytes = options.codec.encode({
        eventId,
        type,
        schemaVersion: 1,
        tenantId,
        aggregateType: aggregate.type,
        aggregateId: aggregate.id,
        aggregateSeq: seq,
        occurredAt: clock.now(),
        producer: exchange.split('.')[1] ?? 'test',
        correlationId: randomUUID(),
        causationId: '',
        traceparent: '',
        payload,
      });
      channel.publish(exchange, key, Buffer.from(bytes), { persistent: true, messageId: eventId, type });
      await channel.waitForConfirms();
    },
    async stop() {
      await service.close();
      await connection.close();
      await jwks.close();
      await broker.drop();
      await database.drop();
    },
  };
}

/** The eight callers of every authorization matrix (reliability.md section 5, API1). */
export function matrixCallers(city: {
  municipalityId: string;
  unitId: string;
  otherUnitId: string;
  otherMunicipalityId: string;
  scope: string;
}): Record<'anonymous' | 'citizenA' | 'citizenB' | 'clerkOfUnit' | 'clerkOfOtherUnit' | 'clerkOfOtherCity' | 'appWithoutScope' | 'appWithScope', TokenPrincipal | undefined> {
  const clerk = (staffId: string, municipalityId: string, unitId: string): TokenPrincipal => ({
    kind: 'staff',
    staffId,
    municipalityId,
    unitIds: [unitId],
    roles: ['clerk'],
    sessionId: `session-of-${staffId}`,
  });
  const app = (scopes: string[]): TokenPrincipal => ({ kind: 'app', appId: 'app', municipalityId: city.municipalityId, scopes });
  return {
    anonymous: undefined,
    citizenA: { kind: 'person', personId: 'citizen-a', sessionId: 'session-of-a' },
    citizenB: { kind: 'person', personId: 'citizen-b', sessionId: 'session-of-b' },
    clerkOfUnit: clerk('clerk-of-unit', city.municipalityId, city.unitId),
    clerkOfOtherUnit: clerk('clerk-of-other-unit', city.municipalityId, city.otherUnitId),
    clerkOfOtherCity: clerk('clerk-of-other-city', city.otherMunicipalityId, `${city.otherMunicipalityId}-unit`),
    appWithoutScope: app(['other:read']),
    appWithScope: app([city.scope]),
  };
}
