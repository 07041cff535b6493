import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readTypeDefs } from '@guiche/kit/graphql';
import { expectedMatrix, operationsOf, tryMatrix } from '@guiche/kit/testing';
import type { GraphqlClient, MatrixRow } from '@guiche/kit/testing';
import { accessRows } from './matrix/access-rows.ts';
import { callers } from './matrix/callers.ts';
import type { Caller } from './matrix/callers.ts';
import { documentRows } from './matrix/document-rows.ts';
import { intimationRows } from './matrix/intimation-rows.ts';
import { startMatrixWorld } from './matrix/matrix-world.ts';
import type { MatrixWorld } from './matrix/matrix-world.ts';
import { petitionRows } from './matrix/petition-rows.ts';
import { processRows } from './matrix/process-rows.ts';
import { searchRows } from './matrix/search-rows.ts';
import { settingRows } from './matrix/setting-rows.ts';
import { signatureRows } from './matrix/signature-rows.ts';
import { taskRows } from './matrix/task-rows.ts';
import { person } from './rig.ts';

describe('who may do what in the process service', () => {
  let world: MatrixWorld;
  let rows: Readonly<Record<string, MatrixRow<Caller>>>;
  let clients: Record<Caller, GraphqlClient>;
  beforeAll(async () => {
    world = await startMatrixWorld();
    rows = {
      ...processRows(world), ...searchRows(world), ...accessRows(world), ...taskRows(world), ...signatureRows(world),
      ...petitionRows(world), ...documentRows(world), ...settingRows(),
    };
    const names = Object.keys(callers) as Caller[];
    clients = Object.fromEntries(names.map((name) => [name, world.rig.as(callers[name])])) as Record<Caller, GraphqlClient>;
  });
  afterAll(() => world.rig.stop());

  it('has a row for every operation of the schema', () => {
    const typeDefs = readTypeDefs(join(import.meta.dirname, '..', '..'));
    expect(Object.keys(rows).sort()).toEqual(operationsOf(typeDefs));
  });

  it('answers every caller as its row says', async () => {
    expect(await tryMatrix(rows, clients)).toEqual(expectedMatrix(rows));
  });

  it('answers every caller as its row says where an argument makes another act of it', async () => {
    const variants = await intimationRows(world);
    expect(await tryMatrix(variants, clients)).toEqual(expectedMatrix(variants));
  });

  it('takes nobody of a city for the operator of the platform', async () => {
    const roles = { unitIds: [], roles: ['operator'], sessionId: 'x' };
    const ask = '{ processNumbering(municipalityId: "campinas") { mask } }';
    const { errors } = await world.rig.as({ kind: 'staff', staffId: 'x', municipalityId: 'rio', ...roles })(ask);
    expect(errors[0]?.extensions?.['code']).toBe('MUNICIPALITY_NOT_FOUND');
    expect((await world.rig.as({ kind: 'staff', staffId: 'x', municipalityId: 'platform', ...roles })(ask)).errors).toEqual([]);
  });

  it('gives a file to nobody without an address made for the occasion', async () => {
    const answer = await world.rig.as(person('citizen-a'))<{ process: { documents: { edges: { node: { file: { downloadUrl: string } } }[] } } }>(
      'query($id: ID!) { process(id: $id) { documents { edges { node { file { downloadUrl } } } } } }',
      { id: world.term.processId },
    );
    const urls = (answer.data?.process.documents.edges ?? []).map(({ node }) =>
      node.file.downloadUrl.replace('http://gateway.test/files/process', `${world.rig.service.url}/files`),
    );
    expect(urls).toHaveLength(3);
    const status = async (url: string): Promise<number> => (await fetch(url)).status;
    for (const url of urls) {
      expect(await status(url)).toBe(200);
      expect(await status(url.split('?')[0] ?? '')).toBe(404);
      expect(await status(url.replace(/\/files\/[0-9a-f]+/, `/files/${'0'.repeat(24)}`))).toBe(404);
    }
    world.rig.clock.advance({ minutes: 5 });
    for (const url of urls) expect(await status(url)).toBe(410);
  });
});
