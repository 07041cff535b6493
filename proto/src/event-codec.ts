import { type Message, fromBinary, toBinary } from '@bufbuild/protobuf';
import type { GenMessage } from '@bufbuild/protobuf/codegenv2';
import { ContractError } from './contract-error.ts';
import { type EventData, type EventType, contracts } from './contracts.ts';
import { fromPlain, toPlain } from './plain.ts';

/** The event in protobuf binary, for the payload of an envelope. */
export function encodeEvent<N extends EventType>(type: N, data: EventData<N>): Uint8Array {
  const schema: GenMessage<Message> = contracts[type].schema;
  return toBinary(schema, fromPlain(schema, data));
}

/** What a producer hands to its outbox: the event in binary and where it goes. */
export interface Publication {
  exchange: string;
  key: string;
  type: EventType;
  schemaVersion: number;
  payload: Uint8Array;
}

/** The publication of an event; a service's publications.ts is one call per domain event. */
export function publicationOf<N extends EventType>(type: N, data: EventData<N>): Publication {
  const { exchange, routingKey, schemaVersion } = contracts[type];
  return { exchange, key: routingKey, type, schemaVersion, payload: encodeEvent(type, data) };
}

/** The data of an event. Throws `ContractError` on bytes no version of the contract explains. */
export function decodeEvent<N extends EventType>(type: N, bytes: Uint8Array): EventData<N> {
  const schema: GenMessage<Message> = contracts[type].schema;
  return toPlain(schema, parse(schema, bytes)) as EventData<N>;
}

function parse(schema: GenMessage<Message>, bytes: Uint8Array): Message {
  try {
    return fromBinary(schema, bytes);
  } catch (cause) {
    throw new ContractError(`Not a ${schema.typeName}`, { cause });
  }
}
