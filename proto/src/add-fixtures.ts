// Adds a fixture for every event that has none: `npm run fixtures -w proto`. Existing ones are never rewritten,
// because they stand for messages that lie in outboxes, queues and backups of running cities.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DescField, type DescMessage, ScalarType } from '@bufbuild/protobuf';
import { type EventData, type EventType, contracts } from './contracts.ts';
import { decodeEvent, encodeEvent } from './event-codec.ts';

const folder = join(import.meta.dirname, '../fixtures');
mkdirSync(folder, { recursive: true });

for (const { type, schema } of Object.values(contracts)) {
  const path = join(folder, `${type}.json`);
  if (existsSync(path)) continue;
  const bytes = encodeEvent<EventType>(type, sample(schema) as EventData<EventType>);
  const fixture = { type, bytes: Buffer.from(bytes).toString('base64'), data: decodeEvent(type, bytes) };
  writeFileSync(path, `${JSON.stringify(fixture, null, 2)}\n`);
  console.log(`added ${type}`);
}

function sample(message: DescMessage): Record<string, unknown> {
  return Object.fromEntries(message.fields.map((field) => [field.localName, sampleValue(field)]));
}

function sampleValue(field: DescField): unknown {
  if (field.message?.typeName === 'google.protobuf.Timestamp') return new Date('2026-11-21T12:00:00.500Z');
  if (field.fieldKind === 'list') return field.message === undefined ? ['ação'] : [sample(field.message)];
  if (field.message !== undefined) return sample(field.message);
  if (field.enum !== undefined) return field.enum.values[1]?.number;
  if (field.scalar === ScalarType.BOOL) return true;
  if (field.scalar === ScalarType.STRING) return `${field.name} çã 42`;
  return 42;
}
