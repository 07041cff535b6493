import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import type { Connection } from 'mongoose';
import { definePermissions } from '../auth/index.ts';
import type { PersonPrincipal, Principal } from '../auth/index.ts';
import { defineErrors } from '../errors/index.ts';
import { createOutbox } from '../outbox/index.ts';
import { assertTransactional, testDatabase } from '../testing/index.ts';
import type { TestDatabase } from '../testing/index.ts';
import { createAuditTrail, createIdempotencyStore, createPipeline, useCasesOf } from './index.ts';
import type { Pipeline } from './index.ts';

interface Note {
  _id: string;
  text: string;
  ownerId: string;
}
interface Resources {
  'note:write': { text: string };
  'note:read': Note;
}
interface Ports {
  insert(note: Note): Promise<void>;
  find(ids: readonly string[]): Promise<Note[]>;
}

const errors = defineErrors({
  TOO_LOUD: { kind: 'invalid', pt: 'alto demais', en: 'too loud' },
  NO_NOTE: { kind: 'not-found', pt: 'não há', en: 'none' },
});
const permissions = definePermissions<Resources>({
  'note:write': { person: true },
  'note:read': { person: (actor, note) => note.ownerId === actor.personId, denied: errors.NO_NOTE },
});
const { defineUseCase, defineQuery, defineEntityQuery } = useCasesOf<Resources, Ports>();

const writeNote = defineUseCase({
  name: 'writeNote',
  action: 'note:write',
  load: ({ input }: { input: { text: string } }) => input,
  async run({ input, actor, newId }, { insert }) {
    const note = { _id: newId(), text: input.text, ownerId: actor.kind === 'person' ? actor.personId : '' };
    await insert(note);
    if (input.text === 'LOUD') throw errors.TOO_LOUD();
    return {
      result: { id: note._id, text: note.text },
      events: [{ type: 'NoteWritten', aggregate: { type: 'note', id: note._id }, tenantId: 'x', data: {} }],
      audit: [{ entity: { type: 'note', id: note._id }, municipalityId: 'x', before: null, after: 'WRITTEN' }],
    };
  },
});
const readNotes = defineEntityQuery({
  action: 'note:read',
  loadMany: (ids, { find }) => find(ids),
  idOf: (note) => note._id,
});

const ana: PersonPrincipal = { kind: 'person', personId: 'ana', sessionId: 's' };
const origin = { correlationId: 'c1', address: '192.0.2.1' };

describe('the pipeline', () => {
  let database: TestDatabase;
  let connection: Connection;
  let pipeline: Pipeline<Resources, Ports>;

  beforeAll(async () => {
    database = await testDatabase();
    connection = database.connection;
    const outbox = createOutbox({
      connection,
      producer: 'test',
      codec: { encode: () => new Uint8Array(), decode: () => { throw new Error('not used'); } },
      publish: ({ type }) => ({ exchange: 'ev.test', key: 'note', type, schemaVersion: 1, payload: new Uint8Array() }),
    });
    const audit = createAuditTrail(connection);
    const idempotency = createIdempotencyStore(connection, Buffer.alloc(32, 1));
    await Promise.all([outbox.ensureIndexes(), audit.ensureIndexes(), idempotency.ensureIndexes(), connection.createCollection('notes')]);
    pipeline = createPipeline<Resources, Ports>({
      connection,
      permissions,
      outbox,
      audit,
      idempotency,
      now: () => new Date('2026-03-06T12:00:00Z'),
      ports: (session) => ({
        insert: async (note) => {
          await connection.collection<Note>('notes').insertOne(note, session === undefined ? {} : { session });
        },
        find: (ids) => connection.collection<Note>('notes').find({ _id: { $in: [...ids] } }).toArray(),
      }),
    });
  });
  beforeEach(async () => {
    for (const name of ['notes', 'outbox', 'audit', 'idempotency']) await connection.collection(name).deleteMany({});
    database.commands.length = 0;
  });
  afterAll(() => database.drop());

  const counts = async (): Promise<number[]> =>
    Promise.all(['notes', 'outbox', 'audit', 'idempotency'].map((name) => connection.collection(name).countDocuments()));
  const write = (text: string, idempotencyKey?: string): ReturnType<typeof execute> => execute(text, idempotencyKey);
  const execute = (text: string, idempotencyKey: string | undefined) =>
    pipeline.execute(writeNote, { input: { text }, actor: ana, origin, idempotencyKey });

  it('stores state, event, audit entry and idempotency key in one transaction', async () => {
    await write('hello', 'key-00001');
    expect(await counts()).toEqual([1, 1, 1, 1]);
    assertTransactional(database.commands, { except: [] });
    expect(await connection.collection('audit').findOne({})).toMatchObject({
      action: 'note:write',
      actor: 'person:ana',
      address: '192.0.2.1',
      correlationId: 'c1',
      before: null,
      after: 'WRITTEN',
    });
  });

  it('stores nothing when the use case refuses', async () => {
    await expect(write('LOUD', 'key-00002')).rejects.toMatchObject({ code: 'TOO_LOUD' });
    expect(await counts()).toEqual([0, 0, 0, 0]);
  });

  it('answers the same key and body with the first result and does nothing again', async () => {
    const first = await write('hello', 'key-00003');
    const second = await write('hello', 'key-00003');
    expect(first.replayed).toBe(false);
    expect(second).toEqual({ result: first.result, replayed: true });
    expect(await counts()).toEqual([1, 1, 1, 1]);
  });

  it('refuses the same key with another body', async () => {
    await write('hello', 'key-00004');
    await expect(write('other', 'key-00004')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('keeps keys of different people apart', async () => {
    const bia: PersonPrincipal = { kind: 'person', personId: 'bia', sessionId: 's' };
    await write('hello', 'key-00005');
    const other = await pipeline.execute(writeNote, { input: { text: 'hello' }, actor: bia, origin, idempotencyKey: 'key-00005' });
    expect(other.replayed).toBe(false);
  });

  it('keeps two use cases under one action apart: neither answers with what the other did', async () => {
    const eraseNote = defineUseCase({
      name: 'eraseNote',
      action: 'note:write',
      load: ({ input }: { input: { text: string } }) => input,
      run: () => Promise.resolve({ result: 'erased' }),
    });
    await write('hello', 'key-00007');
    const erased = await pipeline.execute(eraseNote, { input: { text: 'hello' }, actor: ana, origin, idempotencyKey: 'key-00007' });
    expect(erased).toEqual({ result: 'erased', replayed: false });
  });

  it('has one effect for 50 parallel requests with one key', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => write('hello', 'key-00006')));
    const refused = answers.filter((answer) => answer.status === 'rejected').map((answer) => answer.reason as unknown);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'IDEMPOTENCY_KEY_IN_USE', details: { retryAfterMs: 500 } });
    expect(await counts()).toEqual([1, 1, 1, 1]);
  });

  it.each(['short', 'with spaces in it', 'x'.repeat(129)])('refuses the key %j', async (key) => {
    await expect(write('hello', key)).rejects.toMatchObject({ code: 'INVALID_IDEMPOTENCY_KEY' });
  });

  it('refuses a stranger before anything is read', async () => {
    const attempt = pipeline.execute(writeNote, { input: { text: 'x' }, actor: { kind: 'anonymous' }, origin });
    await expect(attempt).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(database.commands).toEqual([]);
  });

  it('answers entities that may not be seen like those that do not exist', async () => {
    const { result } = await write('hello');
    const bia: PersonPrincipal = { kind: 'person', personId: 'bia', sessionId: 's' };
    expect(await pipeline.askMany(readNotes, [result.id, 'none'], ana)).toEqual([expect.objectContaining({ _id: result.id }), null]);
    expect(await pipeline.askMany(readNotes, [result.id, 'none'], bia)).toEqual([null, null]);
  });

  it('admits a request before it looks for its idempotency key, so that replays are counted and limited too', async () => {
    let attempts = 0;
    const limited = defineUseCase({
      name: 'limited',
      action: 'note:write',
      async admit({ actor, address }: { input: { text: string }; actor: Principal; address?: string }) {
        expect([actor, address]).toEqual([ana, '192.0.2.1']);
        attempts += 1;
        if (attempts > 2) throw errors.TOO_LOUD();
      },
      load: ({ input }) => input,
      run: ({ input, newId }) => Promise.resolve({ result: `${newId()} ${input.text}` }),
    });
    const ask = (text: string) => pipeline.execute(limited, { input: { text }, actor: ana, origin, idempotencyKey: 'key-00010' });
    const first = await ask('hello');
    expect(await ask('hello')).toEqual({ result: first.result, replayed: true });
    await expect(ask('hello')).rejects.toMatchObject({ code: 'TOO_LOUD' });
    await expect(ask('other')).rejects.toMatchObject({ code: 'TOO_LOUD' });
  });

  it('admits a read before it loads anything', async () => {
    const limited = defineQuery({
      action: 'note:write',
      admit: () => Promise.reject(errors.TOO_LOUD()),
      load: ({ input }: { input: { text: string } }) => input,
      run: ({ input }) => input.text,
    });
    await expect(pipeline.ask(limited, { input: { text: 'x' }, actor: ana, origin })).rejects.toMatchObject({ code: 'TOO_LOUD' });
    expect(database.commands).toEqual([]);
  });

  it('gives the same ids when the driver runs the transaction again', async () => {
    const seen: string[] = [];
    let failures = 1;
    const flaky = defineUseCase({
      name: 'flaky',
      action: 'note:write',
      load: ({ input }: { input: { text: string } }) => input,
      async run({ input, newId }, { insert }) {
        const id = newId();
        seen.push(id);
        await insert({ _id: id, text: input.text, ownerId: 'ana' });
        if (failures-- > 0) throw new mongo.MongoServerError({ message: 'passing', errorLabels: ['TransientTransactionError'] });
        return { result: id };
      },
    });
    await pipeline.execute(flaky, { input: { text: 'again' }, actor: ana, origin });
    expect(seen).toHaveLength(2);
    expect(new Set(seen).size).toBe(1);
  });
});
