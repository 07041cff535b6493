import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@guiche/kit/testing';
import type { TestDatabase } from '@guiche/kit/testing';
import { aGrant, aProcess } from '../../../test/builders.ts';
import type { Process } from '../../../domain/processes/process.ts';
import { reachOf } from '../../../domain/processes/reading.ts';
import type { Reader } from '../../../domain/processes/reading.ts';
import { registerModels } from '../register-models.ts';
import type { ProcessRow } from './process-row.ts';
import { readableFilter } from './readable-filter.ts';

const combinations: Process[] = (['NORMAL', 'SUSPENDED', 'ANNEXED', 'CANCELLED'] as const).flatMap((state) =>
  (['PUBLIC', 'RESTRICTED', 'SECRET'] as const).flatMap((accessLevel) =>
    (['PUBLIC', 'SECRET'] as const).flatMap((documentLevel) =>
      ['campinas', 'rio'].flatMap((municipalityId) =>
        [[], ['ana']].flatMap((interestedPartyIds) =>
          [[], ['clerk']].map((credentialedStaffIds) => {
            const globalLevel = documentLevel === 'SECRET' ? 'SECRET' : accessLevel;
            const facts = { state, accessLevel, globalLevel, municipalityId, interestedPartyIds, credentialedStaffIds };
            const id = JSON.stringify([facts, documentLevel]);
            return aProcess({ ...facts, id, numberKey: id });
          }),
        ),
      ),
    ),
  ),
);
const granted = combinations.filter((_each, index) => index % 3 === 0).map(({ id }) => id);
const staff = (staffId: string, unitIds: string[]): Reader => ({ kind: 'staff', staffId, municipalityId: 'campinas', unitIds });

describe('which processes somebody sees, asked of the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    registerModels(database.connection);
    const rows = combinations.map(({ id, ...process }) => ({ _id: id, ...process }));
    await database.connection.model<ProcessRow>('Process').insertMany(rows);
  });
  afterAll(() => database.drop());

  it.each<[string, Reader]>([
    ['a clerk of the unit', staff('clerk', ['campinas-protocolo-geral'])],
    ['a clerk of the unit without a credential', staff('second-clerk', ['campinas-protocolo-geral'])],
    ['a clerk of another unit', staff('clerk', ['saj'])],
    ['an interested party', { kind: 'person', personId: 'ana' }],
    ['an app of the city for an interested party', { kind: 'person', personId: 'ana', municipalityId: 'campinas' }],
    ['a stranger', { kind: 'person', personId: 'bia' }],
    ['nobody', { kind: 'nobody' }],
  ])('for %s are those that the rule of reading gives something of', async (_who, reader) => {
    const personId = reader.kind === 'person' ? reader.personId : '';
    const grantedIds = personId === 'ana' ? granted : [];
    const expected = combinations.filter((process) => {
      const grants = grantedIds.includes(process.id) ? [aGrant({ personId, processId: process.id })] : [];
      return reachOf(reader, { ...process, grants }).kind !== 'nothing';
    });
    const found = await database.connection.model<ProcessRow>('Process').find(readableFilter({ reader, grantedIds })).lean<ProcessRow[]>();
    expect(found.map(({ _id }) => _id).sort()).toEqual(expected.map(({ id }) => id).sort());
  });
});
