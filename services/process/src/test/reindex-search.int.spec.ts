import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@guiche/kit/mongo';
import { waitFor } from '@guiche/kit/testing';
import { startRig } from './rig.ts';
import type { Rig } from './rig.ts';
import { signingDesk } from './signing-desk.ts';
import type { SigningDesk } from './signing-desk.ts';

describe('an operator\'s run over everything for search', () => {
  let rig: Rig;
  let desk: SigningDesk;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T12:00:00Z' });
    desk = await signingDesk(rig);
  });
  afterAll(() => rig.stop());

  const rows = (name: string) => rig.service.parts.connection.collection(name);

  it('indexes what search never knew, processes before documents, and its row is how far it is', async () => {
    const processes = [await desk.open(), await desk.open()];
    const documents = [await desk.write(processes[0]?.id ?? ''), await desk.scan(processes[1]?.id ?? '')];
    await rig.indexed();
    for (const name of ['search_sources', 'search_entries', 'search_bodies', 'search_terms']) await rows(name).deleteMany({});

    const { connection, jobs } = rig.service.parts;
    const from = { run: 'test', kind: 'process' as const, after: '', done: 0 };
    await inTransaction(connection, (session) => jobs.put(session, { kind: 'reindex-search', key: 'search', dueAt: rig.clock.now(), data: from }));
    rig.service.wake();
    await waitFor(async () => (await rows('jobs').countDocuments({ kind: 'reindex-search', 'data.kind': 'document' })) === 1, { describe: 'all processes lined up' });
    expect(await rows('jobs').findOne({ kind: 'reindex-search' })).toMatchObject({ state: 'waiting', data: { run: 'test', after: '', done: processes.length } });

    rig.clock.advance({ seconds: 2 });
    rig.service.wake();
    await waitFor(async () => (await rows('jobs').countDocuments({ kind: 'reindex-search', state: 'done' })) === 1, { describe: 'all documents lined up' });
    await rig.indexed();
    const known = (await rows('search_sources').find().toArray()).map(({ _id }) => String(_id)).sort();
    expect(known).toEqual([...processes, ...documents].map(({ id }) => id).sort());
    expect(await rows('search_entries').countDocuments({ entryId: documents[1]?.id })).toBeGreaterThan(0);
  });
});
