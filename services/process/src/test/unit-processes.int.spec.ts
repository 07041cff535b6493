import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queryPlans, stagesOf } from '@guiche/kit/testing';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { clerk, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { clerkOfSaj, saj, secondClerk, secrecy, unitDesk } from './unit-desk.ts';
import type { UnitDesk } from './unit-desk.ts';

interface Listed {
  readonly unitProcesses: {
    readonly edges: { cursor: string; node: { process: { number: string }; seen: boolean; column: string; assignee: { id: string } | null } }[];
    readonly pageInfo: { hasNextPage: boolean };
    readonly totalCount?: number;
    readonly counts?: { received: number; generated: number; unseen: number };
  } | null;
}

const list = `query($unit: ID!, $column: UnitProcessColumn, $filter: UnitProcessFilter, $sort: UnitProcessSort! = NEWEST_ARRIVAL, $first: Int, $after: String) {
  unitProcesses(unitId: $unit, column: $column, filter: $filter, sort: $sort, first: $first, after: $after) {
    edges { cursor node { seen column petitioned arrivedAt marks assignee { id } unit { id } process { id number type { name } specification accessLevel { label } openUnits { id } } } }
    pageInfo { hasNextPage }
  }
}`;
const counted = 'query($unit: ID!, $filter: UnitProcessFilter) { unitProcesses(unitId: $unit, filter: $filter) { edges { cursor } totalCount counts { received generated unseen } } }';

describe('Controle de Processos', () => {
  let rig: Rig;
  let desk: UnitDesk;
  let plans: ReturnType<typeof queryPlans>;
  const numbers: string[] = [];
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T15:00:00Z' });
    desk = await unitDesk(rig);
    plans = queryPlans(rig.service.parts.connection);
    for (let index = 0; index < 6; index += 1) {
      const { id, number } = await desk.sent(index < 4 ? {} : { keepOpen: true });
      numbers.push(number);
      if (index === 1) await desk.does(clerkOfSaj, 'assignProcess', { processId: id, unitId: saj, assigneeId: 'clerk-of-saj' });
      if (index === 2) await desk.does(clerkOfSaj, 'receiveProcess', { processId: id, unitId: saj });
    }
  });
  afterAll(() => rig.stop());

  const ask = async (variables: object, who: TokenPrincipal = clerkOfSaj, document = list) => {
    const { data, errors } = await rig.as(who)<Listed>(document, { unit: saj, ...variables });
    const found = data?.unitProcesses;
    return { code: errors[0]?.extensions?.['code'], ...found, numbers: (found?.edges ?? []).map(({ node }) => node?.process.number) };
  };
  const newestFirst = (): string[] => [...numbers].reverse();

  it('lists what is open in the unit, last arrived first, what nobody opened in red', async () => {
    const { numbers: listed, edges } = await ask({});
    expect(listed).toEqual(newestFirst());
    expect(edges?.map(({ node }) => node.seen)).toEqual([false, false, false, true, false, false]);
    expect((await ask({ sort: 'OLDEST_ARRIVAL' })).numbers).toEqual(numbers);
  });

  it('has a column for what came and one for what was made', async () => {
    expect((await ask({ column: 'RECEIVED' })).numbers).toEqual(newestFirst());
    expect((await ask({ column: 'GENERATED' })).numbers).toEqual([]);
    expect((await ask({ unit: unitId, column: 'GENERATED' }, clerk)).numbers).toEqual(newestFirst().slice(0, 2));
  });

  it.each<[string, object, number[]]>([
    ['assigned to me', { assignedToMe: true }, [1]],
    ['assigned to somebody', { assigneeId: 'clerk-of-saj' }, [1]],
    ['assigned to nobody there is', { assigneeId: '{"$gt":""}' }, []],
    ['in red', { unseen: true }, [5, 4, 3, 1, 0]],
    ['of a type', { typeKey: 'general-request' }, [5, 4, 3, 2, 1, 0]],
    ['of another type', { typeKey: 'procurement' }, []],
    ['with a mark that nothing has', { mark: 'urgente' }, []],
  ])('narrows to what is %s', async (_what, filter, expected) => {
    expect((await ask({ filter })).numbers).toEqual(expected.map((index) => numbers[index]));
  });

  it('finds a number, formatted in any way (PT-20)', async () => {
    const number = numbers[3] ?? '';
    for (const written of [number, number.toLowerCase().replace(/\W/g, ' ')]) expect((await ask({ filter: { number: written } })).numbers).toEqual([number]);
    expect((await ask({ filter: { number: 'PMC' } })).numbers).toEqual([]);
  });

  it('pages, and refuses the cursor of another order and a page of 101', async () => {
    const first = await ask({ first: 4 });
    expect(first.pageInfo).toEqual({ hasNextPage: true });
    const after = first.edges?.at(-1)?.cursor;
    expect((await ask({ first: 4, after })).numbers).toEqual(newestFirst().slice(4));
    expect((await ask({ sort: 'OLDEST_ARRIVAL', after })).code).toBe('INVALID_CURSOR');
    expect((await ask({ first: 101 })).code).toBe('INVALID_PAGE_SIZE');
  });

  it('counts by column and in red, and what a filter leaves', async () => {
    const { totalCount, counts } = await ask({ filter: { unseen: true } }, clerkOfSaj, counted);
    expect({ totalCount, counts }).toEqual({ totalCount: 5, counts: { received: 6, generated: 0, unseen: 5 } });
    expect((await ask({ unit: unitId }, clerk, counted)).counts).toEqual({ received: 0, generated: 2, unseen: 0 });
  });

  it('is for the staff of the unit alone', async () => {
    expect((await ask({}, clerk)).code).toBe('UNIT_NOT_FOUND');
  });

  it('neither lists nor counts a secret process for who has no credential', async () => {
    const secret = await desk.open(secrecy);
    const mine = await ask({ unit: unitId, first: 1 }, clerk);
    expect(mine.numbers).toEqual([secret.number]);
    const others = await ask({ unit: unitId, first: 1 }, secondClerk);
    expect(others.numbers).toEqual(newestFirst().slice(0, 1));
    expect((await ask({ unit: unitId, filter: { number: secret.number } }, secondClerk)).numbers).toEqual([]);
    const counts = await Promise.all([clerk, secondClerk].map((who) => ask({ unit: unitId }, who, counted)));
    expect(counts.map(({ totalCount }) => totalCount)).toEqual([3, 2]);
    expect(counts.map((of) => of.counts?.generated)).toEqual([3, 2]);
  });

  it('answers a page with its processes in one query per collection', async () => {
    await rig.indexed();
    const commands = await plans.commandsOf(() => ask({ first: 50 }));
    const asked = commands.map(({ aggregate, find, distinct }) => aggregate ?? find ?? distinct);
    expect(asked.filter((collection) => collection === 'placements')).toHaveLength(1);
    // The ids of those that are hidden; the rest comes with the placements.
    expect(asked.filter((collection) => collection === 'processes')).toHaveLength(1);
  });

  it('reads no more than a page and one, from wherever it goes on', async () => {
    for (const column of ['RECEIVED', null]) {
      const first = await ask({ column, first: 4 });
      for (const variables of [{ column, first: 1 }, { column, first: 1, after: first.edges?.at(-1)?.cursor }]) {
        const [command] = (await plans.commandsOf(() => ask(variables))).filter(({ aggregate }) => aggregate === 'placements');
        const explained = await plans.explain({ aggregate: 'placements', pipeline: command?.['pipeline'], cursor: {} }, 'executionStats');
        expect(valuesOf(explained, 'totalDocsExamined')[0]).toBeLessThanOrEqual(3);
      }
    }
  });

  it.each<[string, object]>([
    ['a column', { column: 'RECEIVED' }],
    ['both columns', {}],
    ['the oldest first', { sort: 'OLDEST_ARRIVAL', column: 'RECEIVED' }],
    ['one assignee', { column: 'RECEIVED', filter: { assignedToMe: true } }],
    ['what is red', { column: 'RECEIVED', filter: { unseen: true } }],
    ['a type', { column: 'RECEIVED', filter: { typeKey: 'general-request' } }],
    ['a mark', { column: 'RECEIVED', filter: { mark: 'urgente' } }],
    ['a number', { filter: { number: 'PMC.2026.00000001-19' } }],
  ])('reads %s in the order of an index, without sorting', async (_what, variables) => {
    const [command] = (await plans.commandsOf(() => ask(variables))).filter(({ aggregate }) => aggregate === 'placements');
    const used = stagesOf(await plans.explain({ aggregate: 'placements', pipeline: command?.['pipeline'], cursor: {} }));
    expect(used).toContain('IXSCAN');
    expect(used.filter((stage) => ['SORT', '$sort', 'COLLSCAN'].includes(stage))).toEqual([]);
  });

  it.each<[string, object, TokenPrincipal]>([
    ['of a unit', {}, clerkOfSaj],
    ['without what is secret', { unit: unitId }, secondClerk],
    ['of what is red', { filter: { unseen: true } }, clerkOfSaj],
    ['of an assignee', { filter: { assignedToMe: true } }, clerkOfSaj],
    ['of a type', { filter: { typeKey: 'general-request' } }, clerkOfSaj],
  ])('counts %s from the keys of an index, and reads no placement but those it takes off', async (_what, variables, who) => {
    const commands = await plans.commandsOf(() => ask(variables, who, counted));
    const counting = commands.filter(({ aggregate, pipeline }) => aggregate === 'placements' && JSON.stringify(pipeline).includes('$count'));
    // The total of a whole unit is the sum of its columns.
    expect(counting).toHaveLength('filter' in variables ? 2 : 1);
    for (const { pipeline } of counting) {
      const [first, ...united] = branchesOf(pipeline as Stage[]);
      for (const branch of [first, ...united]) {
        const explained = await plans.explain({ aggregate: 'placements', pipeline: branch, cursor: {} }, 'executionStats');
        const takenOff = JSON.stringify(branch).includes('$in');
        if (takenOff) expect(stagesOf(explained)).not.toContain('COLLSCAN');
        else expect([branch, valuesOf(explained, 'totalDocsExamined')]).toEqual([branch, [0]]);
      }
    }
    for (const { query } of commands.filter((one) => one['distinct'] !== undefined)) {
      expect(stagesOf(await plans.explain({ distinct: 'processes', key: '_id', query }))).toContain('IXSCAN');
    }
  });

  function valuesOf(explained: unknown, name: string): unknown[] {
    const found: unknown[] = [];
    JSON.stringify(explained, (key, value: unknown) => {
      if (key === name) found.push(value);
      return value;
    });
    return found;
  }
});

type Stage = Readonly<Record<string, unknown>> & { readonly $unionWith?: { readonly pipeline: Stage[] } };

/** A pipeline and those it is united with. */
function branchesOf(stages: readonly Stage[]): Stage[][] {
  return [stages.filter((stage) => stage.$unionWith === undefined), ...stages.flatMap(({ $unionWith }) => ($unionWith === undefined ? [] : [$unionWith.pipeline]))];
}
