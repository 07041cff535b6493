import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queryPlans, readsOf, stagesOf } from '@guiche/kit/testing';
import type { GraphqlClient } from '@guiche/kit/testing';
import { offerPetition, petitioner } from './petitioner.ts';
import { clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { taskDesk } from './task-desk.ts';

/** What the first page of a citizen asks of this service. */
const home = `{
  myProcesses(first: 10) { edges { node { id number type { name } specification state { label } openedAt } } }
  releasedProcesses(first: 10) { edges { node { id number type { name } specification } } }
  externalAccesses(first: 10) { edges { node { id kind releasedOn pendingSignature process { id number } document { id number } } } }
  myTasks(states: [OPEN, RETURNED], first: 10) { edges { node { id kind { label } processNumber process { number } dueOn } } }
  myPetitions(first: 10) { edges { node { id kind { label } receipt { number process { number } filedOn } } } }
}`;
const processPage = `query($id: ID!) {
  process(id: $id) {
    number specification type { name } unit { id } openUnits { id } interestedParties { id }
    documents(first: 50) { edges { node { number title file { downloadUrl } signatures { signerName } } } }
    movements(first: 50) { edges { node { at description } } } relatedProcesses { edges { node { number } } }
  }
  processAccesses(processId: $id, first: 50) { edges { node { purpose { label } state { label } } } }
}`;
const controle = `{ unitProcesses(unitId: "${unitId}", first: 50) { edges { node { seen process { number } } } } }`;
const search = '{ searchProcesses(search: { text: "poda árvore" }, first: 50) { edges { node { title parties snippet { text } process { number } document { number } } } } }';

type Lists = Record<string, { edges: unknown[] } | null>;

describe('what a page asks of the database', () => {
  let rig: Rig;
  let plans: ReturnType<typeof queryPlans>;
  let processId: string;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T12:00:00Z' });
    await rig.prepareCity();
    await offerPetition(rig);
    const desk = await taskDesk(rig);
    ({ processId } = desk);
    await desk.assign();
    const ana = petitioner(rig);
    expect((await ana.file(await ana.draft())).errors).toEqual([]);
    plans = queryPlans(rig.service.parts.connection);
    await rig.indexed();
  });
  afterAll(() => rig.stop());

  /** Reads by collection, of the second time: by then keys and settings are there. */
  const costOf = async (ask: GraphqlClient, query: string, variables: Record<string, unknown> = {}) => {
    const { errors, data } = await ask<Lists>(query, variables);
    expect(errors).toEqual([]);
    const commands = await plans.commandsOf(() => ask(query, variables));
    return { data: data ?? {}, reads: readsOf(commands), commands };
  };

  it('the first page of a citizen reads each collection once, with all of its lists filled', async () => {
    const { data, reads } = await costOf(rig.as(person('ana')), home);
    expect(Object.entries(data).filter(([, list]) => list?.edges.length === 0)).toEqual([]);
    expect(Object.entries(reads).filter(([, times]) => times > 1)).toEqual([]);
    expect(reads).toMatchObject({ processes: 1, grants: 1, tasks: 1, petitions: 1, documents: 1 });
  });

  it('the lists of a citizen that are read together are read by indexes', async () => {
    const { commands } = await costOf(rig.as(person('ana')), home);
    const gathered = commands.filter(({ aggregate }) => aggregate === 'processes' || aggregate === 'grants');
    expect(gathered).toHaveLength(2);
    for (const command of gathered) expect(stagesOf(await plans.explain(command))).not.toContain('COLLSCAN');
  });

  it('the page of a process, for staff, reads each collection once', async () => {
    const { data, reads } = await costOf(rig.as(clerk), processPage, { id: processId });
    expect([data['process'], data['processAccesses']?.edges.length]).toEqual([expect.anything(), expect.any(Number)]);
    expect(Object.entries(reads).filter(([, times]) => times > 1)).toEqual([]);
    expect(reads).toMatchObject({ processes: 1, document_shares: 1, documents: 1 });
  });

  it('Controle de Processos reads each collection once', async () => {
    const { reads } = await costOf(rig.as(clerk), controle);
    expect(Object.entries(reads).filter(([, times]) => times > 1)).toEqual([]);
  });

  it('a page of what staff search reads each collection once', async () => {
    const { data, reads } = await costOf(rig.as(clerk), search);
    expect(data['searchProcesses']?.edges).not.toEqual([]);
    expect(Object.entries(reads).filter(([, times]) => times > 1)).toEqual([]);
    expect(reads).toMatchObject({ search_entries: 1, search_bodies: 1, processes: 1, documents: 1, document_shares: 1 });
  });

  it('the same field asked for twice costs no more reads than once', async () => {
    const { reads } = await costOf(rig.as(person('ana')), 'query($id: ID!) { one: process(id: $id) { number } other: process(id: $id) { specification } }', { id: processId });
    expect(reads).toMatchObject({ processes: 1, grants: 1 });
  });

  it('what follows an act in the same request reads what the act has left', async () => {
    const { data: before } = await rig.as(clerk)<{ process: { version: number } }>('query($id: ID!) { process(id: $id) { version } }', { id: processId });
    const version = before?.process.version ?? 0;
    const change = (specification: string, expectedVersion: number) =>
      `updateProcess(input: { processId: "${processId}", unitId: "${unitId}", specification: "${specification}", expectedVersion: ${String(expectedVersion)} }) { process { specification } }`;
    const { data, errors } = await rig.as(clerk)(`mutation { one: ${change('Poda', version)} two: ${change('Corte', version + 1)} }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({ one: { process: { specification: 'Poda' } }, two: { process: { specification: 'Corte' } } });
  });
});
