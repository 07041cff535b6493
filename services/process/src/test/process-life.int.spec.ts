import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { administrator, clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { clerkOfSaj, saj, secondClerk, secrecy, unitDesk } from './unit-desk.ts';
import type { UnitDesk } from './unit-desk.ts';

const read = `query($id: ID!) { process(id: $id) {
  specification subjects accessLevel { value } globalLevel { value } legalHypothesis unit { id } interestedParties { id } otherParties { name cpf }
  placements { edges { node { unit { id } state { label } concludedAt } } }
  relatedProcesses { edges { node { id } } } annexedTo { id } annexes { edges { node { id } } }
  credentialedStaff { id }
  movements { edges { node { kind { value label } description by { __typename ... on StaffMember { id } ... on Person { id } }
    about { __typename ... on StaffMember { id } ... on Process { id number } } } } }
} }`;
interface Read {
  readonly process: Record<string, unknown> & {
    readonly movements: { edges: { node: { kind: { value: string }; description: string; by: object | null; about: object | null } }[] };
  } | null;
}

describe('the life of a process', () => {
  let rig: Rig;
  let desk: UnitDesk;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T15:00:00Z' });
    desk = await unitDesk(rig);
  });
  afterAll(() => rig.stop());

  const show = async (id: string, who = clerk) => (await rig.as(who)<Read>(read, { id })).data?.process ?? null;
  const nodes = (list: unknown): object[] => (list as { edges: { node: object }[] }).edges.map(({ node }) => node);
  const intimate = (id: string, change: object) => rig.service.parts.connection.collection<{ _id: string }>('processes').updateOne({ _id: id }, { $set: change });

  describe('waiting', () => {
    it('is not sent or concluded until it runs again', async () => {
      const { id } = await desk.open();
      const suspended = await desk.does(clerk, 'suspendProcess', { processId: id, unitId, reason: 'Aguarda laudo' });
      expect(suspended.process?.state).toEqual({ value: 'SUSPENDED' });
      for (const act of ['concludeProcess', 'suspendProcess']) {
        expect((await desk.does(clerk, act, { processId: id, unitId, ...(act === 'suspendProcess' ? { reason: 'x' } : {}) })).code).toBe('PROCESS_SUSPENDED');
      }
      expect((await desk.does(clerk, 'resumeProcess', { processId: id, unitId })).process?.state).toEqual({ value: 'NORMAL' });
      expect(await desk.movementsOf(id)).toEqual([
        'Processo autuado: Requerimento geral', 'Processo sobrestado: Aguarda laudo', 'Encerrado o sobrestamento do processo',
      ]);
    });

    it('is refused with the number of the intimation in course (PR-06)', async () => {
      const { id } = await desk.open();
      await intimate(id, { intimationsInCourse: ['INT 2026/7'] });
      const { details } = await desk.does(clerk, 'suspendProcess', { processId: id, unitId, reason: 'x' });
      expect(details).toMatchObject({ code: 'INTIMATION_IN_COURSE', number: 'INT 2026/7', kind: 'conflict' });
    });
  });

  describe('inside another', () => {
    it('goes on there, is shown by both, and comes out again', async () => {
      const [principal, annex] = [await desk.open(), await desk.open()];
      const pair = { processId: principal.id, unitId, otherProcessId: annex.id };
      expect((await desk.does(clerk, 'annexProcess', pair)).code).toBeUndefined();
      expect(await show(annex.id)).toMatchObject({ annexedTo: { id: principal.id } });
      expect(nodes((await show(principal.id))?.['annexes'])).toEqual([{ id: annex.id }]);
      expect((await desk.does(clerk, 'reopenProcess', { processId: annex.id, unitId })).code).toBe('PROCESS_ANNEXED');
      expect((await show(annex.id))?.movements.edges.at(-1)?.node).toEqual({
        kind: { value: 'PROCESS_ANNEXED', label: 'Anexação' }, description: 'Processo anexado a outro, no qual continua',
        by: { __typename: 'StaffMember', id: 'clerk' }, about: { __typename: 'Process', id: principal.id, number: principal.number },
      });
      expect((await desk.does(clerk, 'detachProcess', { ...pair, reason: 'Por engano' })).code).toBeUndefined();
      expect(await show(annex.id)).toMatchObject({ annexedTo: null, placements: { edges: [{ node: { unit: { id: unitId }, state: { label: 'Aberto' } } }] } });
    });

    it('is never in a circle, however both are annexed at the same time', async () => {
      const [one, other] = [await desk.open(), await desk.open()];
      const answers = await Promise.all([
        desk.does(clerk, 'annexProcess', { processId: one.id, unitId, otherProcessId: other.id }),
        desk.does(secondClerk, 'annexProcess', { processId: other.id, unitId, otherProcessId: one.id }),
      ]);
      expect(answers.map(({ code }) => code).sort()).toEqual(['PROCESS_ANNEXED', undefined]);
    });

    it('is not annexed by who may not see it, nor while an intimation is in course', async () => {
      const principal = await desk.open();
      const secret = await desk.open(secrecy);
      expect((await desk.does(secondClerk, 'annexProcess', { processId: principal.id, unitId, otherProcessId: secret.id })).code).toBe('PROCESS_NOT_FOUND');
      expect((await desk.does(clerk, 'annexProcess', { processId: principal.id, unitId, otherProcessId: secret.id })).code).toBe('SECRECY_DIFFERS');
      const intimated = await desk.open();
      await intimate(intimated.id, { intimationsInCourse: ['INT 2026/8'] });
      const { details } = await desk.does(clerk, 'annexProcess', { processId: principal.id, unitId, otherProcessId: intimated.id });
      expect(details).toMatchObject({ code: 'INTIMATION_IN_COURSE', number: 'INT 2026/8' });
    });
  });

  describe('beside others', () => {
    it('is related once, shown from both sides, and page by page', async () => {
      const [one, ...others] = [await desk.open(), await desk.open(), await desk.open(), await desk.open()];
      for (const other of others) {
        const input = { processId: one.id, unitId, otherProcessId: other.id };
        await desk.does(clerk, 'relateProcesses', input);
        expect((await desk.does(clerk, 'relateProcesses', input)).code).toBeUndefined();
      }
      expect(nodes((await show(one.id))?.['relatedProcesses'])).toEqual(others.map(({ id }) => ({ id })));
      expect(nodes((await show(others[0]?.id ?? ''))?.['relatedProcesses'])).toEqual([{ id: one.id }]);
      expect(await desk.movementsOf(one.id)).toHaveLength(4);
      const page = (after: string) =>
        rig.as(clerk)<{ process: { relatedProcesses: { edges: { cursor: string; node: { id: string } }[]; pageInfo: { hasNextPage: boolean } } } }>(
          `{ process(id: "${one.id}") { relatedProcesses(first: 2${after}) { edges { cursor node { id } } pageInfo { hasNextPage } } } }`,
        );
      const first = (await page('')).data?.process.relatedProcesses;
      expect(first?.pageInfo.hasNextPage).toBe(true);
      const second = (await page(`, after: "${first?.edges[1]?.cursor ?? ''}"`)).data?.process.relatedProcesses;
      expect([second?.edges.map(({ node }) => node.id), second?.pageInfo.hasNextPage]).toEqual([[others[2]?.id], false]);
      await desk.does(clerk, 'unrelateProcesses', { processId: one.id, unitId, otherProcessId: others[0]?.id });
      expect(nodes((await show(others[0]?.id ?? ''))?.['relatedProcesses'])).toEqual([]);
    });

    it('does not show a secret one, in the list or in the history, to who has no credential', async () => {
      const [known, secret, last] = [await desk.open(), await desk.open(secrecy), await desk.open()];
      for (const other of [secret, last]) await desk.does(clerk, 'relateProcesses', { processId: known.id, unitId, otherProcessId: other.id });
      const seen = await show(known.id, secondClerk);
      expect(nodes(seen?.['relatedProcesses'])).toEqual([{ id: last.id }]);
      expect(seen?.movements.edges.map(({ node }) => node.about)).toEqual([null, null, { __typename: 'Process', id: last.id, number: last.number }]);
      expect(JSON.stringify(seen)).not.toContain(secret.number);
      expect(nodes((await show(known.id))?.['relatedProcesses'])).toEqual([{ id: secret.id }, { id: last.id }]);
    });
  });

  describe('says about itself', () => {
    it('what a unit changes, all wrong fields named at once', async () => {
      const { id } = await desk.open();
      const input = {
        processId: id, unitId, expectedVersion: 1, specification: 'Poda na Rua A', subjects: ['Arborização'], interestedPartyIds: ['ana'],
        otherParties: [{ name: 'João da Silva', cpf: '529.982.247-25' }], accessLevel: 'RESTRICTED', legalHypothesis: 'informacao-pessoal',
      };
      const wrong = await desk.does(clerk, 'updateProcess', { ...input, specification: ' ', subjects: ['a\u0000'], interestedPartyIds: ['{"$gt":""}'] });
      expect((wrong.details['fields'] as { path: string }[]).map(({ path }) => path)).toEqual(['specification', 'subjects.0', 'interestedPartyIds.0']);
      expect((await desk.does(clerk, 'updateProcess', input)).code).toBeUndefined();
      expect(await show(id)).toMatchObject({
        specification: 'Poda na Rua A', subjects: ['Arborização'], accessLevel: { value: 'RESTRICTED' }, globalLevel: { value: 'RESTRICTED' },
        legalHypothesis: expect.stringContaining('Informação Pessoal'), unit: { id: unitId }, interestedParties: [{ id: 'ana' }],
        otherParties: [{ name: 'João da Silva', cpf: '52998224725' }],
      });
      expect((await desk.movementsOf(id)).at(-1)).toBe('Alterados dados do processo: especificação, assuntos, interessados, nível de acesso, hipótese legal');
      expect(await show(id, person('ana'))).toMatchObject({ otherParties: [{ name: 'João da Silva', cpf: '***.982.247-**' }] });
      expect((await desk.does(secondClerk, 'updateProcess', { ...input, specification: 'Outra' })).code).toBe('STALE_VERSION');
    });

    it.each([
      ['a level without its legal ground', { accessLevel: 'RESTRICTED' }, 'LEGAL_HYPOTHESIS_REQUIRED'],
      ['a legal ground without a level', { legalHypothesis: 'informacao-pessoal' }, 'LEGAL_HYPOTHESIS_WITHOUT_LEVEL'],
      ['a level that its type does not have', { accessLevel: 'SECRET', legalHypothesis: 'segredo-de-justica' }, 'ACCESS_LEVEL_NOT_ALLOWED'],
    ])('refuses %s', async (_what, change, code) => {
      const { id } = await desk.open();
      expect((await desk.does(clerk, 'updateProcess', { processId: id, unitId, expectedVersion: 1, ...change })).code).toBe(code);
    });

    it('with marks of each unit, which other units do not see', async () => {
      const { id, number } = await desk.sent({ keepOpen: true });
      const marked = await desk.does(clerkOfSaj, 'markProcess', { processId: id, unitId: saj, marks: ['urgente', 'urgente', 'prefeito'], expectedVersion: 1 });
      expect(marked.unitProcess).toMatchObject({ marks: ['urgente', 'prefeito'], version: 2 });
      expect((await desk.does(clerkOfSaj, 'markProcess', { processId: id, unitId: saj, marks: [], expectedVersion: 1 })).code).toBe('STALE_VERSION');
      const eleven = Array.from({ length: 11 }, (_each, index) => `m${String(index)}`);
      expect((await desk.does(clerk, 'markProcess', { processId: id, unitId, marks: eleven, expectedVersion: 1 })).code).toBe('INVALID_INPUT');
      const found = (unit: string, who = clerkOfSaj) =>
        rig.as(who)('query($unit: ID!) { unitProcesses(unitId: $unit, filter: { mark: "urgente" }) { edges { node { process { number } } } } }', { unit });
      expect((await found(saj)).data).toEqual({ unitProcesses: { edges: [{ node: { process: { number } } }] } });
      expect((await found(unitId, clerk)).data).toEqual({ unitProcesses: { edges: [] } });
    });
  });

  describe('in secret', () => {
    it('is for holders of credentials, who grant and revoke them', async () => {
      const { id } = await desk.open(secrecy);
      expect(await show(id, secondClerk)).toBeNull();
      expect((await desk.does(secondClerk, 'grantCredential', { processId: id, unitId, staffId: 'second-clerk' })).code).toBe('PROCESS_NOT_FOUND');
      expect((await desk.does(clerk, 'sendProcess', { processId: id, unitId, toUnitIds: [saj] })).details).toMatchObject({ code: 'UNIT_WITHOUT_CREDENTIAL', acronym: 'SAJ' });
      for (const staffId of ['second-clerk', 'clerk-of-saj']) expect((await desk.does(clerk, 'grantCredential', { processId: id, unitId, staffId })).code).toBeUndefined();
      expect((await desk.does(clerk, 'grantCredential', { processId: id, unitId, staffId: 'clerk-of-rio' })).code).toBe('NOT_ON_THE_STAFF');
      expect((await desk.does(clerk, 'sendProcess', { processId: id, unitId, toUnitIds: [saj], keepOpen: true })).code).toBeUndefined();
      expect(await show(id, clerkOfSaj)).toMatchObject({ credentialedStaff: [{ id: 'clerk' }, { id: 'second-clerk' }, { id: 'clerk-of-saj' }] });

      const gone = await desk.does(secondClerk, 'revokeCredential', { processId: id, unitId, staffId: 'second-clerk' });
      expect(gone).toMatchObject({ code: undefined, process: null, unitProcess: null });
      expect(await show(id, secondClerk)).toBeNull();
    });

    it('always keeps a holder, however they revoke each other at the same time', async () => {
      const { id } = await desk.open(secrecy);
      await desk.does(clerk, 'grantCredential', { processId: id, unitId, staffId: 'second-clerk' });
      const answers = await Promise.all([
        desk.does(clerk, 'revokeCredential', { processId: id, unitId, staffId: 'second-clerk' }),
        desk.does(secondClerk, 'revokeCredential', { processId: id, unitId, staffId: 'clerk' }),
      ]);
      expect(answers.map(({ code }) => code).sort()).toEqual(['PROCESS_NOT_FOUND', undefined]);
    });

    it('does not tell who has a credential where there is none to have', async () => {
      expect(await show((await desk.open()).id)).toMatchObject({ credentialedStaff: null });
    });
  });

  it('is not concluded in the last unit with unsigned documents, where the city says so (PR-07)', async () => {
    const { id } = await desk.open();
    const { connection } = rig.service.parts;
    await connection.collection<{ _id: string }>('documents').insertOne({ _id: 'draft', processId: id, state: 'DRAFT', municipalityId: 'campinas', sequence: 999_999, accessLevel: 'PUBLIC', createdAt: rig.clock.now(), unitId } as { _id: string });
    const set = (unsignedDocumentsForbidConclusion: boolean) =>
      rig.as(administrator)('mutation($input: ConfigureProcessRulesInput!) { configureProcessRules(input: $input) { rules { unsignedDocumentsForbidConclusion } } }', {
        input: { municipalityId: 'campinas', unsignedDocumentsForbidConclusion },
      });
    expect((await set(true)).data).toEqual({ configureProcessRules: { rules: { unsignedDocumentsForbidConclusion: true } } });
    expect((await desk.does(clerk, 'concludeProcess', { processId: id, unitId })).details).toMatchObject({ code: 'UNSIGNED_DOCUMENTS_LEFT', count: 1 });
    await set(false);
    expect((await desk.does(clerk, 'concludeProcess', { processId: id, unitId })).code).toBeUndefined();
  });
});
