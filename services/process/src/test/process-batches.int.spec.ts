import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { clerk, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { clerkOfSaj, saj, smf, unitDesk } from './unit-desk.ts';
import type { UnitDesk } from './unit-desk.ts';

interface Batch {
  readonly results: { processId: string; replayed: boolean; refusal: { code: string; message: string } | null }[];
  readonly replayed: boolean;
}

describe('blocks of processes', () => {
  let rig: Rig;
  let desk: UnitDesk;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T15:00:00Z' });
    desk = await unitDesk(rig);
  });
  afterAll(() => rig.stop());

  const run = async (who: TokenPrincipal, name: string, input: object) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const answer = await rig.as(who)<Record<string, Batch>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { replayed results { processId replayed refusal { code message } } } }`, { input },
    );
    return { ...(answer.data?.[name] ?? { results: [], replayed: false }), code: answer.errors[0]?.extensions?.['code'] };
  };
  const open = async (count: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) ids.push((await desk.open()).id);
    return ids;
  };

  it('are done process by process: what is refused says why and stops nothing else', async () => {
    const [first = '', second = '', third = ''] = await open(3);
    await desk.does(clerk, 'suspendProcess', { processId: second, unitId, reason: 'x' });
    const { results } = await run(clerk, 'sendProcesses', { processIds: [first, 'nobody', second, first, third], unitId, toUnitIds: [saj, smf] });
    expect(results.map(({ processId, refusal }) => [processId, refusal?.code])).toEqual([
      [first, undefined], ['nobody', 'PROCESS_NOT_FOUND'], [second, 'PROCESS_SUSPENDED'], [third, undefined],
    ]);
    expect(results[2]?.refusal?.message).toBe('O processo está sobrestado. Encerre o sobrestamento antes.');
    expect((await run(clerkOfSaj, 'receiveProcesses', { processIds: [first, third], unitId: saj })).results.map(({ refusal }) => refusal)).toEqual([null, null]);
    const assigned = await run(clerkOfSaj, 'assignProcesses', { processIds: [first, second, third], unitId: saj, assigneeId: 'clerk-of-saj' });
    expect(assigned.results.map(({ refusal }) => refusal?.code)).toEqual([undefined, 'PROCESS_NOT_OPEN_IN_UNIT', undefined]);
  });

  it('repeated under their key do what was left undone and answer the rest again', async () => {
    const ids = await open(3);
    const input = { processIds: ids.slice(0, 2), unitId, toUnitIds: [saj], idempotencyKey: 'block-of-processes' };
    expect((await run(clerk, 'sendProcesses', input)).results.map(({ replayed }) => replayed)).toEqual([false, false]);
    const again = await run(clerk, 'sendProcesses', { ...input, processIds: ids });
    expect(again).toMatchObject({ replayed: false, results: [{ replayed: true, refusal: null }, { replayed: true, refusal: null }, { replayed: false, refusal: null }] });
    expect((await run(clerk, 'sendProcesses', { ...input, processIds: ids })).replayed).toBe(true);
    expect(await desk.movementsOf(ids[0] ?? '')).toHaveLength(2);
  });

  it('hold 1 to 100 processes', async () => {
    const many = Array.from({ length: 101 }, (_each, index) => `p${String(index)}`);
    for (const processIds of [[], many]) expect((await run(clerk, 'receiveProcesses', { processIds, unitId })).code).toBe('INVALID_INPUT');
    expect((await run(clerk, 'receiveProcesses', { processIds: many.slice(1), unitId })).results).toHaveLength(100);
  });

  it('of 100 are sent at once', async () => {
    const ids = await open(100);
    const { results } = await run(clerk, 'sendProcesses', { processIds: ids, unitId, toUnitIds: [saj] });
    expect(results.filter(({ refusal }) => refusal !== null)).toEqual([]);
    const placed = await rig.service.parts.connection.collection('placements').countDocuments({ processId: { $in: ids }, unitId: saj, state: 'OPEN', seen: false });
    expect(placed).toBe(100);
  });
});
