import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type EventType, contracts, decodeEvent } from './registry.ts';

interface Fixture {
  type: EventType;
  bytes: string;
  data: unknown;
}

const folder = join(import.meta.dirname, '../fixtures');
const fixtures = globSync('*.json', { cwd: folder }).map(
  (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Fixture,
);

describe('the bytes of a released event', () => {
  it.each(fixtures)('$type still mean what they meant', ({ type, bytes, data }) => {
    const decoded: unknown = decodeEvent(type, Buffer.from(bytes, 'base64'));
    // Instants are text in the fixture.
    expect(JSON.parse(JSON.stringify(decoded))).toEqual(data);
  });

  it('are kept for every event (npm run fixtures -w proto adds new ones)', () => {
    expect(fixtures.map(({ type }) => type).sort()).toEqual(Object.keys(contracts).sort());
  });
});
