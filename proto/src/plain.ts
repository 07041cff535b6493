import { type DescField, type DescMessage, type Message, type MessageInitShape, create } from '@bufbuild/protobuf';
import { type ReflectMessage, isReflectMessage, reflect } from '@bufbuild/protobuf/reflect';
import { type Timestamp, timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { ContractError } from './contract-error.ts';

/**
 * What services see of a message: plain objects, `Date` for instants, numbers for enums.
 * A field labelled `optional` may be absent; `Optional` names those that are messages, because the
 * generated types cannot tell them from required ones.
 */
export type Plain<T, Optional extends string = never> = {
  [K in RequiredKeys<T, Optional>]: PlainValue<NonNullable<T[K]>>;
} & { [K in Exclude<DataKeys<T>, RequiredKeys<T, Optional>>]?: PlainValue<NonNullable<T[K]>> | undefined };

type PlainValue<V> = V extends Timestamp
  ? Date
  : V extends readonly (infer Item)[]
    ? PlainValue<Item>[]
    : V extends Message
      ? Plain<V>
      : V;

type DataKeys<T> = Exclude<keyof T & string, keyof Message>;

type RequiredKeys<T, Optional extends string> = {
  [K in DataKeys<T>]: undefined extends T[K]
    ? NonNullable<T[K]> extends Message
      ? K extends Optional
        ? never
        : K
      : never
    : K;
}[DataKeys<T>];

const TIMESTAMP = 'google.protobuf.Timestamp';

/** The message for plain data; the inverse of `toPlain`. */
export function fromPlain<S extends DescMessage>(schema: S, data: object): Message {
  const init: Record<string, unknown> = {};
  for (const field of schema.fields) {
    const value: unknown = (data as Record<string, unknown>)[field.localName];
    if (value !== undefined) init[field.localName] = fromPlainValue(field, value);
  }
  return create(schema, init as MessageInitShape<S>);
}

function fromPlainValue(field: DescField, value: unknown): unknown {
  if (field.message === undefined) return value;
  const message = field.message;
  const convert = (item: unknown): unknown =>
    message.typeName === TIMESTAMP ? timestampFromDate(item as Date) : fromPlain(message, item as object);
  return field.fieldKind === 'list' ? (value as unknown[]).map(convert) : convert(value);
}

/** Plain data of a message; refuses absent required messages and enum values this version does not know. */
export function toPlain(schema: DescMessage, message: Message): Record<string, unknown> {
  const reflected = reflect(schema, message);
  const data: Record<string, unknown> = {};
  for (const field of reflected.fields) {
    if (isAbsent(reflected, field)) continue;
    data[field.localName] = toPlainField(reflected, field);
  }
  return data;
}

function isAbsent(message: ReflectMessage, field: DescField): boolean {
  if (!hasPresence(field) || message.isSet(field)) return false;
  if (isLabelledOptional(field)) return true;
  throw new ContractError(`${message.desc.typeName} without ${field.name}`);
}

function toPlainField(message: ReflectMessage, field: DescField): unknown {
  if (field.fieldKind === 'list') return [...message.get(field)].map((item) => toPlainValue(field, item));
  return toPlainValue(field, message.get(field));
}

function toPlainValue(field: DescField, value: unknown): unknown {
  if (isReflectMessage(value)) {
    if (value.desc.typeName === TIMESTAMP) return timestampDate(value.message as Timestamp);
    return toPlain(value.desc, value.message);
  }
  // An unknown value may change the legal meaning: better parked than guessed.
  if (field.enum !== undefined && (value === 0 || field.enum.value[value as number] === undefined)) {
    throw new ContractError(`${field.parent.typeName}.${field.name} has the unknown value ${String(value)}`);
  }
  return value;
}

function hasPresence(field: DescField): boolean {
  return field.fieldKind === 'message' || isLabelledOptional(field);
}

/** Whether the field carries the label `optional` in the .proto file. */
export function isLabelledOptional(field: DescField): boolean {
  return field.proto.proto3Optional;
}
