import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clerk, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { closedUnit, clerkOfSaj, clerkOfSmf, rioUnit, saj, secondClerk, smf, unitDesk } from './unit-desk.ts';
import type { UnitDesk } from './unit-desk.ts';

describe('acts of units on processes', () => {
  let rig: Rig;
  let desk: UnitDesk;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T15:00:00Z' });
    desk = await unitDesk(rig);
  });
  afterAll(() => rig.stop());

  const openUnits = async (processId: string): Promise<{ kept: string[]; placed: string[] }> => {
    const { connection } = rig.service.parts;
    const process = await connection.collection<{ _id: string; openUnitIds: string[] }>('processes').findOne({ _id: processId });
    const placed = await connection.collection('placements').find({ processId, state: 'OPEN' }).toArray();
    return { kept: (process?.openUnitIds ?? []).sort(), placed: placed.map((row) => String(row['unitId'])).sort() };
  };

  it('send it, red, to the others; received it is no longer red, and the history has a line of each', async () => {
    const { id } = await desk.open();
    const sent = await desk.does(clerk, 'sendProcess', { processId: id, unitId, toUnitIds: [saj, smf, saj], dueBackInDays: 10, note: 'Para parecer' });
    expect(sent).toMatchObject({ code: undefined, process: { openUnits: [{ id: saj }, { id: smf }] }, unitProcess: { state: { value: 'CONCLUDED' } } });

    const received = await desk.does(clerkOfSaj, 'receiveProcess', { processId: id, unitId: saj });
    expect(received.unitProcess).toEqual({
      state: { value: 'OPEN' }, column: 'RECEIVED', seen: true, assignee: null, marks: [], version: 2,
      dispatch: { from: { id: unitId }, note: 'Para parecer', dueOn: '2026-03-16' },
    });
    await desk.does(clerkOfSaj, 'receiveProcess', { processId: id, unitId: saj });
    expect(await desk.movementsOf(id)).toEqual([
      'Processo autuado: Requerimento geral',
      'Processo remetido pela unidade PG para SAJ, SMF; com retorno até 16/03/2026',
      'Processo recebido na unidade SAJ',
    ]);
  });

  it('answer the same again for the same key', async () => {
    const { id } = await desk.open();
    const input = { processId: id, unitId, toUnitIds: [saj], idempotencyKey: `send-${id}` };
    const [first, again] = [await desk.does(clerk, 'sendProcess', input), await desk.does(clerk, 'sendProcess', input)];
    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect(again.process).toEqual(first.process);
  });

  it.each([
    ['a unit that cannot receive', [saj, closedUnit], { code: 'UNIT_CANNOT_RECEIVE', acronym: 'EXT' }],
    ['a unit of another city', [rioUnit], { code: 'UNIT_NOT_FOUND', unitId: rioUnit }],
    ['a unit that does not exist', ['{"$gt":""}'], { code: 'UNIT_NOT_FOUND' }],
    ['itself', [unitId], { code: 'SENT_TO_ITSELF' }],
    ['nobody', [], { code: 'INVALID_INPUT' }],
    ['21 units', Array.from({ length: 21 }, (_each, index) => `unit-${String(index)}`), { code: 'INVALID_INPUT' }],
  ])('are refused to send to %s, and nothing has moved', async (_what, toUnitIds, refusal) => {
    const { id } = await desk.open();
    expect((await desk.does(clerk, 'sendProcess', { processId: id, unitId, toUnitIds })).details).toMatchObject(refusal);
    expect(await openUnits(id)).toEqual({ kept: [unitId], placed: [unitId] });
    expect(await desk.movementsOf(id)).toHaveLength(1);
  });

  it('assign it to who works there, to nobody, and never on what has changed', async () => {
    const { id } = await desk.open();
    const assigned = await desk.does(clerk, 'assignProcess', { processId: id, unitId, assigneeId: 'second-clerk', expectedVersion: 1 });
    expect(assigned.unitProcess).toMatchObject({ assignee: { id: 'second-clerk' }, version: 2 });
    expect((await desk.does(secondClerk, 'assignProcess', { processId: id, unitId, assigneeId: 'clerk', expectedVersion: 1 })).code).toBe('STALE_VERSION');
    for (const assigneeId of ['clerk-of-saj', 'clerk-of-rio', 'nobody', '{"$gt":""}']) {
      expect((await desk.does(clerk, 'assignProcess', { processId: id, unitId, assigneeId })).code).toBe('ASSIGNEE_NOT_IN_UNIT');
    }
    expect((await desk.does(clerk, 'assignProcess', { processId: id, unitId })).unitProcess).toMatchObject({ assignee: null, version: 3 });
  });

  it('conclude and reopen it, and only where it is or was', async () => {
    const { id } = await desk.open();
    expect((await desk.does(clerk, 'concludeProcess', { processId: id, unitId })).process?.openUnits).toEqual([]);
    expect((await desk.does(clerk, 'concludeProcess', { processId: id, unitId })).code).toBe('PROCESS_NOT_OPEN_IN_UNIT');
    expect((await desk.does(clerkOfSaj, 'reopenProcess', { processId: id, unitId: saj })).code).toBe('PROCESS_NEVER_IN_UNIT');
    const reopened = await desk.does(clerk, 'reopenProcess', { processId: id, unitId });
    expect(reopened).toMatchObject({ process: { openUnits: [{ id: unitId }] }, unitProcess: { state: { value: 'OPEN' }, seen: true } });
    expect(await desk.movementsOf(id)).toEqual([
      'Processo autuado: Requerimento geral', 'Processo concluído na unidade PG', 'Processo reaberto na unidade PG',
    ]);
  });

  it('lose nothing when two units act on it at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await desk.open();
      await desk.does(clerk, 'sendProcess', { processId: id, unitId, toUnitIds: [saj, smf], keepOpen: true });
      const acts = await Promise.all([
        desk.does(clerk, 'concludeProcess', { processId: id, unitId }),
        desk.does(clerkOfSaj, 'sendProcess', { processId: id, unitId: saj, toUnitIds: [smf] }),
        desk.does(clerkOfSmf, 'assignProcess', { processId: id, unitId: smf, assigneeId: 'clerk-of-smf' }),
        desk.does(clerkOfSmf, 'receiveProcess', { processId: id, unitId: smf }),
      ]);
      expect(acts.map(({ code }) => code)).toEqual([undefined, undefined, undefined, undefined]);
      expect(await openUnits(id)).toEqual({ kept: [smf], placed: [smf] });
      expect((await desk.movementsOf(id)).slice(2).sort()).toEqual([
        'Processo atribuído na unidade SMF', 'Processo concluído na unidade PG', 'Processo recebido na unidade SMF', 'Processo remetido pela unidade SAJ para SMF',
      ]);
    }
  });

  it('happen once when two clerks of a unit do the same at the same time', async () => {
    const { id } = await desk.open();
    const codes = (await Promise.all([clerk, secondClerk].map((who) => desk.does(who, 'concludeProcess', { processId: id, unitId })))).map(({ code }) => code);
    expect(codes.sort()).toEqual(['PROCESS_NOT_OPEN_IN_UNIT', undefined]);
    expect((await desk.movementsOf(id)).filter((line) => line.includes('concluído'))).toHaveLength(1);
  });

  it('do not store what only judges the reader', async () => {
    const { id } = await desk.sent();
    expect(await rig.service.parts.connection.collection<{ _id: string }>('processes').findOne({ _id: id })).not.toHaveProperty('grants');
  });
});
