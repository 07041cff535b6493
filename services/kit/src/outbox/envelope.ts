/** What travels on the wire around every event. `aggregateSeq` counts from 1 without gaps within one aggregate. */
export interface Envelope {
  eventId: string;
  /** Full name of the message, `<package>.<owner>.v1.<Event>`. */
  type: string;
  schemaVersion: number;
  tenantId: string;
  aggregateType: string;
  aggregateId: string;
  aggregateSeq: number;
  occurredAt: Date;
  producer: string;
  correlationId: string;
  causationId: string;
  traceparent: string;
  payload: Uint8Array;
}

/** Bytes of an envelope; implemented by the contracts, which the kit does not import. `decode` throws on bad bytes. */
export interface EnvelopeCodec {
  encode(envelope: Envelope): Uint8Array;
  decode(bytes: Uint8Array): Envelope;
}

/** What a decision of the domain returns: a fact, without any wire format. */
export interface DomainEvent {
  type: string;
  aggregate: { type: string; id: string };
  tenantId: string;
  data: object;
}

/** Where an event goes and as which message. */
export interface Publication {
  exchange: string;
  key: string;
  type: string;
  schemaVersion: number;
  payload: Uint8Array;
}

/** A service's mapping of its domain events to messages. */
export type Publish<E extends DomainEvent = DomainEvent> = (event: E) => Publication;

/** One delivery of one event to one consumer, as the inbox knows it. */
export interface DeliveryRef {
  consumer: string;
  eventId: string;
  aggregateType: string;
  aggregateId: string;
  seq: number;
}
