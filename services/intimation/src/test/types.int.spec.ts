import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import type { GraphqlClient } from '@guiche/kit/testing';
import { administrator, callers, codeOf, done, issuingStage, problemsOf } from './issuing-stage.ts';
import { startRig } from './rig.ts';

const configureResponseType = `mutation($input: ConfigureResponseTypeInput!) { configureResponseType(input: $input) {
  replayed type { id name term { unit value label } active used version } } }`;
const configureIntimationType = `mutation($input: ConfigureIntimationTypeInput!) { configureIntimationType(input: $input) {
  replayed type { id name responseMode { value label } responseTypes { name } active used version } } }`;
const deleteResponseType = 'mutation($id: ID!) { deleteResponseType(input: { typeId: $id }) { typeId } }';
const deleteIntimationType = 'mutation($id: ID!) { deleteIntimationType(input: { typeId: $id }) { typeId } }';
const names = `query($first: Int, $after: String, $includeInactive: Boolean) {
  intimationTypes(municipalityId: "campinas", first: $first, after: $after, includeInactive: $includeInactive) {
    edges { node { name } } pageInfo { hasNextPage endCursor } } }`;

interface Configured {
  readonly id: string;
  readonly version: number;
}

describe('types of intimation and of response', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  let stage: Awaited<ReturnType<typeof issuingStage>>;
  let ask: GraphqlClient;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T15:00:00Z' });
    stage = await issuingStage(rig);
    ask = rig.as(administrator);
  });
  afterAll(() => rig.stop());

  const responseType = (input: object) => ask(configureResponseType, { input: { municipalityId: 'campinas', ...input } });
  const intimationType = (input: object) => ask(configureIntimationType, { input: { municipalityId: 'campinas', ...input } });
  const typeOf = (answer: Awaited<ReturnType<GraphqlClient>>): Configured => (Object.values(done(answer) as Record<string, { type: Configured }>)[0] as { type: Configured }).type;

  it('are configured with the words people read, and change version by version (IN-02, IN-03)', async () => {
    const answer = await responseType({ name: ' Recurso ', term: { unit: 'MONTHS', value: 1 } });
    const made = typeOf(answer);
    expect(made).toMatchObject({ name: 'Recurso', term: { unit: 'MONTHS', value: 1, label: '1 mês' }, active: true, used: false, version: 1 });
    const again = await responseType({ id: made.id, name: 'Recurso', term: { unit: 'MONTHS', value: 1 } });
    expect(typeOf(again).version).toBe(1);
    const changed = await responseType({ id: made.id, name: 'Recurso', term: { unit: 'YEARS', value: 2 }, expectedVersion: 1 });
    expect(typeOf(changed)).toMatchObject({ term: { label: '2 anos' }, version: 2 });
    expect(codeOf(await responseType({ id: made.id, name: 'Recurso', term: { unit: 'NONE' }, expectedVersion: 1 }))).toBe('STALE_VERSION');

    const type = typeOf(await intimationType({ name: 'Recorrer', responseMode: 'REQUIRED', responseTypeIds: [made.id] }));
    expect(type).toMatchObject({ responseMode: { label: 'Exige Resposta' }, responseTypes: [{ name: 'Recurso' }], version: 1 });
    const audit = await rig.database.connection.collection('audit').find({ entityId: made.id }).toArray();
    expect(audit).toHaveLength(2);
  });

  it('refuse a deadline of 0 or 10,000 days, and every other amount nobody can wait for (IN-03)', async () => {
    const term = async (unit: string, value?: number) => problemsOf(await responseType({ name: 'Prazo', term: { unit, value } }));
    for (const [unit, value] of [['CALENDAR_DAYS', 0], ['BUSINESS_DAYS', 10_000], ['CALENDAR_DAYS', 366], ['MONTHS', -1], ['YEARS', 6]] as const) {
      expect(await term(unit, value)).toEqual(['term.value OUT_OF_RANGE']);
    }
    expect(await term('MONTHS')).toEqual(['term.value OUT_OF_RANGE']);
    expect(await term('NONE', 3)).toEqual(['term.value NOT_ALLOWED']);
    expect(problemsOf(await responseType({ name: 'x'.repeat(71), term: { unit: 'NONE', value: 1 } }))).toEqual(['name TOO_LONG', 'term.value NOT_ALLOWED']);
  });

  it('offer as many ways to answer as the mode has room for, each of the municipality and once (IN-02)', async () => {
    const { defence } = stage.responseTypes;
    const problems = async (responseMode: string, responseTypeIds: string[]) =>
      problemsOf(await intimationType({ name: 'Modo', responseMode, responseTypeIds }));
    expect(await problems('REQUIRED', [])).toEqual(['responseTypeIds OUT_OF_RANGE']);
    expect(await problems('OPTIONAL', [])).toEqual(['responseTypeIds OUT_OF_RANGE']);
    expect(await problems('NONE', [defence])).toEqual(['responseTypeIds OUT_OF_RANGE']);
    expect(await problems('OPTIONAL', [defence, defence, 'none-such'])).toEqual(['responseTypeIds.1 REPEATED', 'responseTypeIds.2 UNKNOWN']);
  });

  it('have names that are unique whatever case, accents and spaces (IN-02)', async () => {
    expect(codeOf(await responseType({ name: 'DEFÉSA', term: { unit: 'NONE' } }))).toBe('RESPONSE_TYPE_NAME_TAKEN');
    expect(codeOf(await intimationType({ name: 'ciencia', responseMode: 'NONE', responseTypeIds: [] }))).toBe('INTIMATION_TYPE_NAME_TAKEN');
    const both = await Promise.all(['Prova  Pericial', 'prova pericial'].map((name) => intimationType({ name, responseMode: 'NONE', responseTypeIds: [] })));
    expect(both.map((answer) => codeOf(answer) ?? 'ok').sort()).toEqual(['INTIMATION_TYPE_NAME_TAKEN', 'ok']);
  });

  it('are not deleted once an intimation had them, nor while a type of intimation offers them (IN-02, IN-03)', async () => {
    const unused = typeOf(await responseType({ name: 'Sem uso', term: { unit: 'NONE' } })).id;
    const offering = typeOf(await intimationType({ name: 'Oferece', responseMode: 'OPTIONAL', responseTypeIds: [unused] })).id;
    expect(codeOf(await ask(deleteResponseType, { id: unused }))).toBe('RESPONSE_TYPE_IN_USE');
    done(await ask(deleteIntimationType, { id: offering }));
    done(await ask(deleteResponseType, { id: unused }));
    expect(codeOf(await ask(deleteResponseType, { id: unused }))).toBe('RESPONSE_TYPE_NOT_FOUND');

    await stage.recipients(['t-1']);
    await stage.issued({ recipientIds: ['t-1'], documentId: 'doc-t' });
    expect(codeOf(await ask(deleteIntimationType, { id: stage.types.required }))).toBe('INTIMATION_TYPE_IN_USE');
    expect(codeOf(await ask(deleteResponseType, { id: stage.responseTypes.defence }))).toBe('RESPONSE_TYPE_IN_USE');
    const kept = await intimationType({ id: stage.types.required, name: 'Apresentar defesa', responseMode: 'REQUIRED', responseTypeIds: [stage.responseTypes.defence], active: false });
    expect(typeOf(kept)).toMatchObject({ active: false, used: true });
    expect(problemsOf(await stage.issueAs(callers.clerkOfUnit, { recipientIds: ['t-1'], documentId: 'doc-t-2' }))).toEqual(['typeId UNKNOWN']);
  });

  it('are either deleted or used when both are asked for at once (IN-02)', async () => {
    await stage.recipients(['race-0', 'race-1', 'race-2', 'race-3']);
    for (const turn of ['0', '1', '2', '3']) {
      const type = typeOf(await intimationType({ name: `Corrida ${turn}`, responseMode: 'NONE', responseTypeIds: [] }));
      const order = { typeId: type.id, responseTypeIds: [], recipientIds: [`race-${turn}`], documentId: 'doc-race' };
      const [deleted, issued] = await Promise.all([ask(deleteIntimationType, { id: type.id }), stage.issueAs(callers.clerkOfUnit, order)]);
      const outcome = [codeOf(deleted) ?? 'ok', codeOf(issued) ?? 'ok'];
      expect([['ok', 'INVALID_INPUT'], ['INTIMATION_TYPE_IN_USE', 'ok']]).toContainEqual(outcome);
    }
  });

  it('are listed by name, page by page, those no longer used only when asked for', async () => {
    const page = async (variables: Record<string, unknown>) => (done(await ask(names, variables)) as { intimationTypes: { edges: { node: { name: string } }[]; pageInfo: { endCursor: string } } }).intimationTypes;
    const all = (await page({ first: 100, includeInactive: true })).edges.map(({ node }) => node.name);
    expect(all).toEqual([...all].sort((left, right) => left.localeCompare(right, 'pt-BR')));
    expect(all).toContain('Apresentar defesa');
    const first = await page({ first: 2, includeInactive: true });
    const rest = await page({ first: 100, includeInactive: true, after: first.pageInfo.endCursor });
    expect([...first.edges, ...rest.edges].map(({ node }) => node.name)).toEqual(all);
    expect((await page({ first: 100 })).edges.map(({ node }) => node.name)).not.toContain('Apresentar defesa');
  });

  it('of another city are not there for an administrator', async () => {
    const foreign = rig.as({ ...administrator, municipalityId: 'rio' } as TokenPrincipal);
    const input = { municipalityId: 'rio', id: stage.responseTypes.defence, name: 'Minha', term: { unit: 'NONE' } };
    expect(codeOf(await foreign(configureResponseType, { input }))).toBe('RESPONSE_TYPE_NOT_FOUND');
    expect(codeOf(await foreign(deleteIntimationType, { id: stage.types.none }))).toBe('INTIMATION_TYPE_NOT_FOUND');
    const borrowed = { municipalityId: 'rio', name: 'Emprestado', responseMode: 'REQUIRED', responseTypeIds: [stage.responseTypes.defence] };
    expect(problemsOf(await foreign(configureIntimationType, { input: borrowed }))).toEqual(['responseTypeIds.0 UNKNOWN']);
  });
});
