import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { ContractError } from './contract-error.ts';
import { type Envelope as EnvelopeMessage, EnvelopeSchema } from './generated/guiche/envelope/v1/envelope_pb.js';

/** What every consumer needs to know before it reads the event; the fields are explained in envelope.proto. */
export interface Envelope {
  eventId: string;
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

/** The envelope in protobuf binary, as it lies in the outbox and travels through the broker. */
export function encodeEnvelope(envelope: Envelope): Uint8Array {
  return toBinary(
    EnvelopeSchema,
    create(EnvelopeSchema, {
      ...envelope,
      aggregateSeq: BigInt(envelope.aggregateSeq),
      occurredAt: timestampFromDate(envelope.occurredAt),
    }),
  );
}

/** Throws `ContractError` on bytes that are no envelope, or one that lacks what an inbox needs. */
export function decodeEnvelope(bytes: Uint8Array): Envelope {
  const { $typeName, $unknown, occurredAt, aggregateSeq, ...fields } = parse(bytes);
  const incomplete = fields.eventId === '' || fields.type === '' || fields.aggregateId === '' || aggregateSeq < 1n;
  if (occurredAt === undefined || incomplete) throw new ContractError('Incomplete envelope');
  return { ...fields, aggregateSeq: Number(aggregateSeq), occurredAt: timestampDate(occurredAt) };
}

/** Both directions as one object, as outboxes and consumers take it. */
export const envelopeCodec = { encode: encodeEnvelope, decode: decodeEnvelope };

function parse(bytes: Uint8Array): EnvelopeMessage {
  try {
    return fromBinary(EnvelopeSchema, bytes);
  } catch (cause) {
    throw new ContractError('Not an envelope', { cause });
  }
}
