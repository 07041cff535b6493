import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { readTypeDefs } from '@guiche/kit/graphql';
import { expectedMatrix, matrixCallers, operationsOf, tryMatrix } from '@guiche/kit/testing';
import type { GraphqlClient, MatrixRow } from '@guiche/kit/testing';
import { aGrant } from './builders.ts';
import { petitioner } from './petitioner.ts';
import { campinasMask, clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';

const appForCitizenA = (scopes: string[], municipalityId = 'campinas'): TokenPrincipal => ({
  kind: 'app-for-person', appId: 'app', personId: 'citizen-a', municipalityId, scopes,
});
const callers = {
  ...matrixCallers({ municipalityId: 'campinas', unitId, otherUnitId: 'other', otherMunicipalityId: 'rio', scope: 'process:read' }),
  administrator: { kind: 'staff', staffId: 'admin', municipalityId: 'campinas', unitIds: [], roles: ['administrator'], sessionId: 'admin' },
  administratorOfOtherCity: { kind: 'staff', staffId: 'x', municipalityId: 'rio', unitIds: [], roles: ['administrator'], sessionId: 'x' },
  representative: { kind: 'representative', personId: 'citizen-b', representedId: 'citizen-a', representationId: 'r', sessionId: 'r' },
  appForAWithScope: appForCitizenA(['process:read']),
  appForAWithoutScope: appForCitizenA(['other:read']),
  appForAOfOtherCity: appForCitizenA(['process:read'], 'rio'),
} satisfies Record<string, TokenPrincipal | undefined>;
type Caller = keyof typeof callers;
type Answers = Record<Caller, string>;

const everybody = (answer: string): Answers => Object.fromEntries(Object.keys(callers).map((name) => [name, answer])) as Answers;

/** A root read: nobody but `may` learns that the thing exists. */
const onlyFor = (may: readonly Caller[], absent: string, change: Partial<Answers> = {}): Answers => ({
  ...everybody(absent),
  anonymous: 'UNAUTHENTICATED',
  ...change,
  ...Object.fromEntries(may.map((name) => [name, 'ok'])),
});
const scopeless = { appForAWithoutScope: 'MISSING_SCOPE' };

/** Keys of their own open this, not who somebody is; no app comes in at all. */
const withoutApps = (answer: string): Answers => ({
  ...everybody(answer),
  appWithScope: 'ACCESS_SESSION_ENDED',
  appWithoutScope: 'ACCESS_SESSION_ENDED',
  appForAWithScope: 'MISSING_SCOPE',
  appForAWithoutScope: 'MISSING_SCOPE',
  appForAOfOtherCity: 'MISSING_SCOPE',
});
/** What is public is so for everybody; strangers bring a solved puzzle, apps the scope for reading in bulk. */
const publicly = (answer: string, toStrangers: string): Answers => ({
  ...everybody(answer),
  ...noApp,
  anonymous: toStrangers,
  appWithScope: 'MISSING_SCOPE',
  appWithoutScope: 'MISSING_SCOPE',
});
const staffCallers: readonly Caller[] = ['clerkOfUnit', 'clerkOfOtherUnit', 'clerkOfOtherCity', 'administrator', 'administratorOfOtherCity'];
const noApp = { appForAWithScope: 'MISSING_SCOPE', appForAWithoutScope: 'MISSING_SCOPE', appForAOfOtherCity: 'MISSING_SCOPE' };
const requestVista = 'mutation($input: RequestVistaInput!) { requestVista(input: $input) { request { id } } }';

describe('who may do what in the process service', () => {
  let rig: Rig;
  let clients: Record<Caller, GraphqlClient>;
  let term: { processId: string; documentId: string; sha256: string };
  let number = '';
  let concludedId = '';
  let accessId = '';
  let submittedId = '';
  let vistaId = '';
  let blockId = '';
  let exportId = '';
  let taskId = '';
  let petitionId = '';

  beforeAll(async () => {
    rig = await startRig();
    await rig.prepareCity();
    term = await rig.accredit('t-a', 'citizen-a');
    await rig.accredit('t-b', 'citizen-b');
    const { connection } = rig.service.parts;
    const byId = { _id: term.processId };
    number = String((await connection.collection<{ _id: string; number: string }>('processes').findOne(byId))?.number);
    accessId = String((await connection.collection('grants').findOne({ personId: 'citizen-a' }))?._id);
    submittedId = String((await connection.collection('documents').findOne({ submittedBy: 'citizen-a' }))?._id);
    const opened = await rig.as(clerk)<{ openProcess: { process: { id: string } } }>(
      'mutation($input: OpenProcessInput!) { openProcess(input: $input) { process { id } } }',
      { input: { unitId, typeKey: 'general-request', specification: 'x', accessLevel: 'PUBLIC' } },
    );
    concludedId = opened.data?.openProcess.process.id ?? '';
    await rig.as(clerk)('mutation($input: ConcludeProcessInput!) { concludeProcess(input: $input) { replayed } }', { input: { processId: concludedId, unitId } });
    const asked = await rig.as(person('citizen-b'))<{ requestVista: { request: { id: string } } }>(requestVista, { input: { processId: term.processId, capacity: 'LAWYER', reason: 'x' } });
    vistaId = String(asked.data?.requestVista.request.id);
    const block = await rig.as(clerk)<{ createSigningBlock: { block: { id: string } } }>(
      'mutation($unit: ID!) { createSigningBlock(input: { unitId: $unit, description: "Ofícios" }) { block { id } } }', { unit: unitId },
    );
    blockId = String(block.data?.createSigningBlock.block.id);
    petitionId = (await petitioner(rig, 'citizen-a').start({ processNumber: number })).id;
    const given = await rig.as(clerk)<{ assignTask: { task: { id: string } } }>(assignTask, { input: taskTerms(rig.clock.now().toISOString().slice(0, 10)) });
    taskId = String(given.data?.assignTask.task.id);
    const exported = await rig.as(callers.clerkOfUnit)<{ exportProcess: { export: { id: string } } }>(
      'mutation($input: ExportProcessInput!) { exportProcess(input: $input) { export { id } } }',
      { input: { processId: term.processId, format: 'ZIP' } },
    );
    if (exported.errors.length > 0) throw new Error(JSON.stringify(exported.errors));
    exportId = String(exported.data?.exportProcess.export.id);
    const names = Object.keys(callers) as Caller[];
    clients = Object.fromEntries(names.map((name) => [name, rig.as(callers[name])])) as Record<Caller, GraphqlClient>;
  });
  afterAll(() => rig.stop());

  /** A forged representation must not bring back what it claims. */
  const reference = (type: string, id: () => string, fields: string): MatrixRow<Caller>['send'] => (ask) =>
    ask(`query($refs: [_Any!]!) { _entities(representations: $refs) { ... on ${type} { ${fields} } } }`, {
      refs: [{ __typename: type, id: id(), municipalityId: 'rio', openUnitIds: ['other'], personId: 'citizen-b', grants: [{ personId: 'citizen-b', state: 'ACTIVE' }] }],
    });
  const accessTerms = () => ({ processId: term.processId, unitId, recipient: { personId: 'citizen-b' }, reason: 'x', scope: 'INTEGRAL', validityDays: 1 });
  const assignTask = 'mutation($input: AssignTaskInput!) { assignTask(input: $input) { task { id } } }';
  const taskTerms = (dueOn: string) => ({ processId: term.processId, unitId, personId: 'citizen-a', kind: 'RESPOND', instructions: 'x', dueOn });
  /** An act of the unit on a task; what the clerk of the unit meets leaves it as it is. */
  const taskAct = (name: string, answer: string, input: object = {}): MatrixRow<Caller> => ({
    send: (ask) =>
      ask(`mutation($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { replayed } }`, {
        input: { taskId, unitId, expectedVersion: 99, ...input },
      }),
    answers: onlyFor([], 'TASK_NOT_FOUND', { clerkOfUnit: answer }),
  });
  const readers: Caller[] = ['citizenA', 'clerkOfUnit', 'appForAWithScope'];
  const administrators: Caller[] = ['administrator'];
  /** An act of the unit on the process of the Term; what the clerk of the unit meets leaves it as it is. */
  const act = (name: string, answer = 'ok', input: object | (() => object) = {}): MatrixRow<Caller> => ({
    send: (ask) =>
      ask(`mutation($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { replayed } }`, {
        input: { processId: term.processId, unitId, ...(typeof input === 'function' ? input() : input) },
      }),
    answers: onlyFor([], 'PROCESS_NOT_FOUND', { clerkOfUnit: answer }),
  });
  /** A batch answers process by process: the refusal of the only one is the answer. */
  const inBatch = (name: string, answer = 'ok', input: object = {}): MatrixRow<Caller> => ({
    async send(ask) {
      const sent = await ask<Record<string, { results: { refusal: { code: string } | null }[] }>>(
        `mutation($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { results { refusal { code } } } }`,
        { input: { processIds: [term.processId], unitId, ...input } },
      );
      const code = sent.data?.[name]?.results[0]?.refusal?.code;
      return code === undefined ? sent : { ...sent, data: null, errors: [{ message: code, extensions: { code } }] };
    },
    answers: onlyFor([], 'PROCESS_NOT_FOUND', { clerkOfUnit: answer }),
  });

  const rows: Record<string, MatrixRow<Caller>> = {
    'Query.process': {
      send: (ask) => ask('query($id: ID!) { process(id: $id) { number } }', { id: term.processId }),
      answers: onlyFor(readers, 'PROCESS_NOT_FOUND', scopeless),
    },
    'Query.processByNumber': {
      send: (ask) => ask('query($n: String!) { processByNumber(municipalityId: "campinas", number: $n) { id } }', { n: number }),
      answers: onlyFor(readers, 'PROCESS_NOT_FOUND', scopeless),
    },
    'Query.externalAccesses': {
      send: (ask) => ask('{ externalAccesses { edges { node { id } } } }'),
      answers: onlyFor(['citizenA', 'citizenB', 'appForAWithScope'], 'FORBIDDEN', { ...scopeless, appForAOfOtherCity: 'empty' }),
    },
    'Query.documentVerification': {
      send: (ask) => ask('{ documentVerification(code: "0000") { crc } }'),
      answers: { ...everybody('null'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
    },
    'Query.processTypes': {
      send: (ask) => ask('{ processTypes(municipalityId: "campinas") { edges { node { key } } } }'),
      answers: { ...everybody('ok'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
    },
    'Query.documentTypes': {
      send: (ask) => ask('{ documentTypes(municipalityId: "campinas") { edges { node { key } } } }'),
      answers: { ...everybody('ok'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
    },
    'Query.publicSearchChallenge': {
      send: (ask) => ask('{ publicSearchChallenge { expiresAt } }'),
      answers: publicly('ok', 'ok'),
    },
    'Query.publicSearch': {
      send: (ask) => ask('{ publicSearch(municipalityId: "campinas", search: { text: "inexistente" }) { edges { node { link } } } }'),
      answers: publicly('empty', 'PUBLIC_SEARCH_PROOF_REQUIRED'),
    },
    'Query.searchProcesses': {
      send: (ask) => ask('{ searchProcesses(search: { text: "inexistente" }) { edges { node { processNumber } } } }'),
      answers: { ...onlyFor([], 'FORBIDDEN'), ...Object.fromEntries(staffCallers.map((name) => [name, 'empty'])) },
    },
    'Query.publicProcess': {
      send: (ask) => ask('query($n: ProcessNumber!) { publicProcess(municipalityId: "campinas", number: $n) { number } }', { n: number }),
      answers: publicly('ok', 'PUBLIC_SEARCH_PROOF_REQUIRED'),
    },
    'Query.basicProcess': {
      send: (ask) => ask('{ basicProcess(municipalityId: "campinas", body: "PMC", year: 1900, number: 1) { number } }'),
      answers: { ...everybody('null'), anonymous: 'UNAUTHENTICATED', appWithScope: 'FORBIDDEN', appWithoutScope: 'FORBIDDEN', ...scopeless },
    },
    'Query.publicLink': {
      send: (ask) => ask('{ publicLink(link: "x") { __typename } }'),
      answers: publicly('null', 'null'),
    },
    'Mutation.configurePublicSearch': {
      send: (ask) =>
        ask('mutation($input: ConfigurePublicSearchInput!) { configurePublicSearch(input: $input) { replayed } }', { input: { municipalityId: 'campinas' } }),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    'Query.legalHypotheses': {
      send: (ask) => ask('{ legalHypotheses(municipalityId: "campinas") { edges { node { key } } } }'),
      answers: { ...everybody('ok'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
    },
    'Query.processNumbering': {
      send: (ask) => ask('{ processNumbering(municipalityId: "campinas") { mask } }'),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    'Query.previewProcessNumber': {
      send: (ask) =>
        ask('query($input: PreviewProcessNumberInput!) { previewProcessNumber(input: $input) { example } }', {
          input: { municipalityId: 'campinas', mask: campinasMask },
        }),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    'Query.checkProcessNumber': {
      send: (ask) => ask('{ checkProcessNumber(municipalityId: "campinas", number: "PMC.2021.00035498-55") { result { value } } }'),
      answers: { ...everybody('ok'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
    },
    'Query.accreditationDossiers': {
      send: (ask) => ask('{ accreditationDossiers(municipalityId: "campinas") { edges { node { id } } } }'),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    'Query.unitProcesses': {
      send: (ask) => ask('query($unit: ID!) { unitProcesses(unitId: $unit) { edges { node { id } } } }', { unit: unitId }),
      answers: onlyFor(['clerkOfUnit'], 'UNIT_NOT_FOUND'),
    },
    'Mutation.receiveProcess': act('receiveProcess'),
    'Mutation.assignProcess': act('assignProcess'),
    'Mutation.sendProcess': act('sendProcess', 'SENT_TO_ITSELF', { toUnitIds: [unitId] }),
    'Mutation.concludeProcess': act('concludeProcess', 'PROCESS_NOT_OPEN_IN_UNIT', () => ({ processId: concludedId })),
    'Mutation.reopenProcess': act('reopenProcess'),
    'Mutation.suspendProcess': act('suspendProcess', 'INVALID_INPUT', { reason: '' }),
    'Mutation.resumeProcess': act('resumeProcess', 'PROCESS_NOT_SUSPENDED'),
    'Mutation.annexProcess': act('annexProcess', 'SAME_PROCESS', () => ({ otherProcessId: term.processId })),
    'Mutation.detachProcess': act('detachProcess', 'PROCESS_NOT_ANNEXED', () => ({ otherProcessId: term.processId, reason: 'x' })),
    'Mutation.relateProcesses': act('relateProcesses', 'SAME_PROCESS', () => ({ otherProcessId: term.processId })),
    'Mutation.unrelateProcesses': act('unrelateProcesses', 'SAME_PROCESS', () => ({ otherProcessId: term.processId })),
    'Mutation.updateProcess': act('updateProcess', 'ok', { expectedVersion: 1 }),
    'Mutation.markProcess': act('markProcess', 'ok', { marks: [], expectedVersion: 1 }),
    'Mutation.grantCredential': act('grantCredential', 'PROCESS_NOT_SECRET', { staffId: 'x' }),
    'Mutation.revokeCredential': act('revokeCredential', 'PROCESS_NOT_SECRET', { staffId: 'x' }),
    'Mutation.receiveProcesses': inBatch('receiveProcesses'),
    'Mutation.assignProcesses': inBatch('assignProcesses'),
    'Mutation.sendProcesses': inBatch('sendProcesses', 'SENT_TO_ITSELF', { toUnitIds: [unitId] }),
    'Query.processRules': {
      send: (ask) => ask('{ processRules(municipalityId: "campinas") { unsignedDocumentsForbidConclusion } }'),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    'Mutation.configureProcessRules': {
      send: (ask) =>
        ask('mutation($input: ConfigureProcessRulesInput!) { configureProcessRules(input: $input) { replayed } }', {
          input: { municipalityId: 'campinas', unsignedDocumentsForbidConclusion: false },
        }),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    'Query.previewAccessGrant': {
      send: (ask) => ask('query($input: AccessTermsInput!) { previewAccessGrant(input: $input) { sha256 } }', { input: accessTerms() }),
      answers: onlyFor(['clerkOfUnit'], 'PROCESS_NOT_FOUND'),
    },
    'Query.processAccesses': {
      send: (ask) => ask('query($id: ID!) { processAccesses(processId: $id) { edges { node { id recipientEmail } } } }', { id: term.processId }),
      answers: onlyFor(['clerkOfUnit'], 'PROCESS_NOT_FOUND'),
    },
    'Query.processReadLog': {
      send: (ask) => ask('query($id: ID!) { processReadLog(processId: $id, first: 1) { pageInfo { hasNextPage } } }', { id: term.processId }),
      answers: onlyFor(administrators, 'PROCESS_NOT_FOUND'),
    },
    'Query.myProcesses': {
      send: (ask) => ask('{ myProcesses { edges { node { number } } } }'),
      answers: onlyFor(['citizenA', 'citizenB', 'appForAWithScope'], 'FORBIDDEN', { ...scopeless, appForAOfOtherCity: 'empty' }),
    },
    'Query.releasedProcesses': {
      send: (ask) => ask('{ releasedProcesses { edges { node { number } } } }'),
      answers: onlyFor(['citizenA', 'citizenB', 'appForAWithScope'], 'FORBIDDEN', { ...scopeless, appForAOfOtherCity: 'empty' }),
    },
    'Query.isolatedAccess': {
      send: (ask) => ask('{ isolatedAccess(token: "x") { processNumber } }'),
      answers: withoutApps('ACCESS_SESSION_ENDED'),
    },
    'Query.vistaRequests': {
      send: (ask) => ask('query($unitId: ID!) { vistaRequests(unitId: $unitId) { edges { node { id } } } }', { unitId }),
      answers: onlyFor(['clerkOfUnit'], 'UNIT_NOT_FOUND'),
    },
    'Query.myVistaRequests': {
      send: (ask) => ask('{ myVistaRequests { edges { node { id } } } }'),
      answers: onlyFor(['citizenB'], 'FORBIDDEN', { ...scopeless, citizenA: 'empty', appForAWithScope: 'empty', appForAOfOtherCity: 'empty' }),
    },
    'Mutation.grantAccess': {
      // Whoever may grant gets as far as the authorization, which is not right.
      send: (ask) =>
        ask('mutation($input: GrantAccessInput!) { grantAccess(input: $input) { replayed } }', { input: { ...accessTerms(), authorization: 'x' } }),
      answers: onlyFor([], 'PROCESS_NOT_FOUND', { clerkOfUnit: 'SIGNATURE_AUTHORIZATION_INVALID' }),
    },
    'Mutation.cancelAccess': {
      send: (ask) =>
        ask('mutation($input: CancelAccessInput!) { cancelAccess(input: $input) { replayed } }', { input: { accessId, reason: 'x', expectedVersion: 2 } }),
      answers: onlyFor([], 'ACCESS_NOT_FOUND', { clerkOfUnit: 'ACCESS_NOT_BY_UNIT' }),
    },
    'Mutation.requestIsolatedAccessCode': {
      send: (ask) => ask('mutation { requestIsolatedAccessCode(input: { link: "x" }) { replayed } }'),
      answers: withoutApps('ACCESS_LINK_NOT_VALID'),
    },
    'Mutation.openIsolatedAccess': {
      send: (ask) => ask('mutation { openIsolatedAccess(input: { link: "x", code: "000000" }) { replayed } }'),
      answers: withoutApps('ACCESS_LINK_NOT_VALID'),
    },
    'Mutation.requestVista': {
      send: (ask) => ask(requestVista, { input: { processId: term.processId, capacity: 'LAWYER', reason: 'x' } }),
      answers: onlyFor(['citizenA'], 'PROCESS_NOT_FOUND', { citizenB: 'VISTA_ALREADY_REQUESTED', ...noApp }),
    },
    'Mutation.grantVista': {
      send: (ask) =>
        ask('mutation($input: GrantVistaInput!) { grantVista(input: $input) { replayed } }', {
          input: { requestId: vistaId, unitId, reason: 'x', scope: 'INTEGRAL', validityDays: 1, authorization: 'x', expectedVersion: 1 },
        }),
      answers: onlyFor([], 'VISTA_NOT_FOUND', { clerkOfUnit: 'SIGNATURE_AUTHORIZATION_INVALID' }),
    },
    'Mutation.denyVista': {
      send: (ask) =>
        ask('mutation($input: DenyVistaInput!) { denyVista(input: $input) { replayed } }', { input: { requestId: vistaId, unitId, reason: 'x', expectedVersion: 9 } }),
      answers: onlyFor([], 'VISTA_NOT_FOUND', { clerkOfUnit: 'STALE_VERSION' }),
    },
    'Mutation.configureVista': {
      send: (ask) =>
        ask('mutation { configureVista(input: { municipalityId: "campinas", reminderDays: 5 }) { replayed } }'),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    '_entities VistaRequest': {
      send: reference('VistaRequest', () => vistaId, 'reason'),
      answers: { ...onlyFor(['citizenB', 'clerkOfUnit'], 'null'), anonymous: 'null' },
    },
    'Query.myTasks': {
      send: (ask) => ask('{ myTasks { edges { node { id } } } }'),
      answers: onlyFor(['citizenA', 'appForAWithScope'], 'FORBIDDEN', { ...scopeless, citizenB: 'empty', appForAOfOtherCity: 'empty' }),
    },
    'Query.unitTasks': {
      send: (ask) => ask('query($unitId: ID!) { unitTasks(unitId: $unitId) { edges { node { id } } } }', { unitId }),
      answers: onlyFor(['clerkOfUnit'], 'UNIT_NOT_FOUND'),
    },
    'Query.task': {
      send: (ask) => ask('query($id: ID!) { task(id: $id) { instructions } }', { id: taskId }),
      answers: onlyFor(['citizenA', 'clerkOfUnit', 'appForAWithScope'], 'TASK_NOT_FOUND', scopeless),
    },
    'Query.previewTaskAnswer': {
      send: (ask) => ask('query($input: TaskAnswerInput!) { previewTaskAnswer(input: $input) { sha256 } }', { input: { taskId } }),
      answers: onlyFor(['citizenA'], 'TASK_NOT_FOUND', noApp),
    },
    'Mutation.assignTask': {
      send: (ask) => ask(assignTask, { input: taskTerms('2000-01-01') }),
      answers: onlyFor([], 'PROCESS_NOT_FOUND', { clerkOfUnit: 'INVALID_INPUT' }),
    },
    'Mutation.resolveTask': {
      send: (ask) => ask('mutation($input: ResolveTaskInput!) { resolveTask(input: $input) { replayed } }', { input: { taskId } }),
      answers: onlyFor([], 'TASK_NOT_FOUND', { citizenA: 'TASK_ANSWER_EMPTY', ...noApp }),
    },
    'Mutation.acceptTask': taskAct('acceptTask', 'STALE_VERSION'),
    'Mutation.returnTask': taskAct('returnTask', 'INVALID_INPUT', { reason: 'x', dueOn: '2000-01-01' }),
    'Mutation.cancelTask': taskAct('cancelTask', 'STALE_VERSION', { reason: 'x' }),
    '_entities Task': {
      send: reference('Task', () => taskId, 'instructions'),
      answers: { ...onlyFor(['citizenA', 'clerkOfUnit', 'appForAWithScope'], 'null'), anonymous: 'null' },
    },
    'Mutation.openProcess': {
      send: (ask) =>
        ask('mutation($input: OpenProcessInput!) { openProcess(input: $input) { process { id } } }', {
          input: { unitId, typeKey: 'general-request', specification: 'x', accessLevel: 'PUBLIC' },
        }),
      answers: onlyFor(['clerkOfUnit'], 'UNIT_NOT_FOUND'),
    },
    'Mutation.signDocument': {
      // Whoever may read the Term gets as far as the authorization, which is not right.
      send: (ask) =>
        ask('mutation($input: SignDocumentInput!) { signDocument(input: $input) { replayed } }', {
          input: { documentId: term.documentId, authorization: 'x', acceptTerm: true },
        }),
      answers: {
        ...onlyFor([], 'DOCUMENT_NOT_FOUND'),
        citizenA: 'SIGNATURE_AUTHORIZATION_INVALID',
        appForAWithScope: 'MISSING_SCOPE',
        appForAWithoutScope: 'MISSING_SCOPE',
        appForAOfOtherCity: 'MISSING_SCOPE',
      },
    },
    'Query.documentVerificationByNumber': {
      send: (ask) => ask('{ documentVerificationByNumber(municipalityId: "campinas", verifier: "0000001", crc: "FFFFFFFF") { crc } }'),
      answers: { ...everybody('null'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
    },
    'Query.signingBlocks': {
      send: (ask) => ask('query($unit: ID!) { signingBlocks(unitId: $unit) { edges { node { id } } } }', { unit: unitId }),
      answers: onlyFor(['clerkOfUnit'], 'UNIT_NOT_FOUND'),
    },
    'Mutation.createSigningBlock': {
      send: (ask) => ask('mutation($unit: ID!) { createSigningBlock(input: { unitId: $unit, description: "x" }) { replayed } }', { unit: unitId }),
      answers: onlyFor(['clerkOfUnit'], 'UNIT_NOT_FOUND'),
    },
    'Mutation.changeSigningBlock': {
      send: (ask) => ask('mutation($id: ID!) { changeSigningBlock(input: { blockId: $id, expectedVersion: 99 }) { replayed } }', { id: blockId }),
      answers: onlyFor([], 'SIGNING_BLOCK_NOT_FOUND', { clerkOfUnit: 'STALE_VERSION' }),
    },
    'Mutation.offerSigningBlock': {
      send: (ask) => ask('mutation($id: ID!) { offerSigningBlock(input: { blockId: $id, toUnitIds: [], expectedVersion: 99 }) { replayed } }', { id: blockId }),
      answers: onlyFor([], 'SIGNING_BLOCK_NOT_FOUND', { clerkOfUnit: 'STALE_VERSION' }),
    },
    'Mutation.returnSigningBlock': {
      send: (ask) => ask('mutation($id: ID!, $unit: ID!) { returnSigningBlock(input: { blockId: $id, unitId: $unit }) { replayed } }', { id: blockId, unit: unitId }),
      answers: onlyFor([], 'SIGNING_BLOCK_NOT_FOUND', { clerkOfUnit: 'SIGNING_BLOCK_NOT_OFFERED' }),
    },
    'Mutation.signBlockDocuments': {
      // Every document is judged by itself, as by signDocument: the answer is a list of refusals.
      send: (ask) =>
        ask('mutation($id: ID!) { signBlockDocuments(input: { documents: [{ documentId: $id, authorization: "x" }], acceptTerm: true }) { results { refusal { code } } } }', {
          id: term.documentId,
        }),
      answers: everybody('ok'),
    },
    'Query.mySignatureRequests': {
      send: (ask) => ask('{ mySignatureRequests { edges { node { id } } } }'),
      answers: {
        ...onlyFor(['citizenA', 'citizenB', 'appForAWithScope'], 'FORBIDDEN', { ...scopeless, appForAOfOtherCity: 'empty' }),
        ...Object.fromEntries(staffCallers.map((name) => [name, 'empty'])),
      },
    },
    'Mutation.requestSignature': {
      send: (ask) =>
        ask('mutation($input: RequestSignatureInput!) { requestSignature(input: $input) { replayed } }', {
          input: { documentId: term.documentId, unitId, personId: 'citizen-a' },
        }),
      answers: onlyFor([], 'DOCUMENT_NOT_FOUND', { clerkOfUnit: 'PERSON_NOT_RELEASED' }),
    },
    'Mutation.refuseSignature': {
      send: (ask) =>
        ask('mutation($input: RefuseSignatureInput!) { refuseSignature(input: $input) { replayed } }', {
          input: { documentId: term.documentId, requestId: term.documentId, reason: ' ' },
        }),
      answers: onlyFor([], 'SIGNATURE_REQUEST_NOT_FOUND', { citizenA: 'INVALID_INPUT', ...noApp }),
    },
    'Mutation.cancelSignatureRequest': {
      send: (ask) =>
        ask('mutation($input: CancelSignatureRequestInput!) { cancelSignatureRequest(input: $input) { replayed } }', {
          input: { documentId: term.documentId, requestId: 'none', unitId, reason: 'x' },
        }),
      answers: onlyFor([], 'DOCUMENT_NOT_FOUND', { clerkOfUnit: 'SIGNATURE_REQUEST_NOT_FOUND' }),
    },
    'Mutation.noteDocumentViewed': {
      send: (ask) =>
        ask('mutation($input: NoteDocumentViewedInput!) { noteDocumentViewed(input: $input) { replayed } }', { input: { documentId: submittedId } }),
      answers: onlyFor(['citizenA', 'clerkOfUnit'], 'DOCUMENT_NOT_FOUND', noApp),
    },
    'Mutation.authenticateDocument': {
      // Whoever may compare a copy gets as far as the authorization, which is not right.
      send: (ask) =>
        ask('mutation($input: AuthenticateDocumentInput!) { authenticateDocument(input: $input) { replayed } }', {
          input: { documentId: submittedId, unitId, authorization: 'x', acceptTerm: true },
        }),
      answers: onlyFor([], 'DOCUMENT_NOT_FOUND', { clerkOfUnit: 'SIGNATURE_AUTHORIZATION_INVALID' }),
    },
    'Query.signatureLevels': {
      send: (ask) => ask('{ signatureLevels(municipalityId: "campinas") { version } }'),
      answers: { ...everybody('ok'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
    },
    'Mutation.configureSignatureLevels': {
      send: (ask) =>
        ask('mutation($input: ConfigureSignatureLevelsInput!) { configureSignatureLevels(input: $input) { replayed } }', {
          input: { municipalityId: 'campinas', acts: [], expectedVersion: 99 },
        }),
      answers: onlyFor([], 'MUNICIPALITY_NOT_FOUND', { administrator: 'STALE_VERSION' }),
    },
    'Mutation.configureProcessNumbering': {
      send: (ask) =>
        ask('mutation($input: ConfigureProcessNumberingInput!) { configureProcessNumbering(input: $input) { replayed } }', {
          input: { municipalityId: 'campinas', mask: campinasMask },
        }),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    'Query.petitionTypes': {
      send: (ask) => ask('{ petitionTypes(municipalityId: "campinas") { edges { node { key } } } }'),
      answers: { ...everybody('empty'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
    },
    'Query.petitionRules': {
      send: (ask) => ask('{ petitionRules(municipalityId: "campinas") { takesIntercurrent } }'),
      answers: { ...everybody('ok'), appWithoutScope: 'MISSING_SCOPE', ...scopeless },
    },
    'Query.petition': {
      send: (ask) => ask('query($id: ID!) { petition(petitionId: $id) { id } }', { id: petitionId }),
      answers: onlyFor(['citizenA', 'appForAWithScope'], 'PETITION_NOT_FOUND', scopeless),
    },
    'Query.myPetitions': {
      send: (ask) => ask('{ myPetitions { edges { node { id } } } }'),
      answers: onlyFor(['citizenA', 'appForAWithScope'], 'FORBIDDEN', { ...scopeless, citizenB: 'empty', appForAOfOtherCity: 'empty' }),
    },
    'Query.previewPetition': {
      send: (ask) => ask('query($id: ID!) { previewPetition(petitionId: $id) { missing } }', { id: petitionId }),
      answers: onlyFor(['citizenA', 'appForAWithScope'], 'PETITION_NOT_FOUND', scopeless),
    },
    'Mutation.startPetition': {
      send: (ask) => ask('mutation($input: StartPetitionInput!) { startPetition(input: $input) { replayed } }', { input: { municipalityId: 'campinas' } }),
      answers: { ...onlyFor([], 'MUNICIPALITY_NOT_FOUND'), ...noApp, citizenA: 'PETITION_TARGET_UNCLEAR', citizenB: 'PETITION_TARGET_UNCLEAR' },
    },
    'Mutation.editPetition': {
      send: (ask) => ask('mutation($input: EditPetitionInput!) { editPetition(input: $input) { replayed } }', { input: { petitionId, expectedVersion: 99 } }),
      answers: { ...onlyFor([], 'PETITION_NOT_FOUND'), ...noApp, citizenA: 'STALE_VERSION' },
    },
    'Mutation.addPetitionDocument': {
      send: (ask) =>
        ask('mutation($input: AddPetitionDocumentInput!) { addPetitionDocument(input: $input) { replayed } }', {
          input: { petitionId, role: 'COMPLEMENTARY', typeKey: 'anexo', uploadId: 'none' },
        }),
      answers: { ...onlyFor([], 'PETITION_NOT_FOUND'), ...noApp, citizenA: 'UPLOAD_NOT_FOUND' },
    },
    'Mutation.writePetitionDocument': {
      send: (ask) =>
        ask('mutation($input: WritePetitionDocumentInput!) { writePetitionDocument(input: $input) { replayed } }', {
          input: { petitionId, role: 'COMPLEMENTARY', typeKey: 'requerimento', content: '<p>x</p>', expectedVersion: 99 },
        }),
      answers: { ...onlyFor([], 'PETITION_NOT_FOUND'), ...noApp, citizenA: 'STALE_VERSION' },
    },
    'Mutation.removePetitionDocument': {
      send: (ask) =>
        ask('mutation($input: RemovePetitionDocumentInput!) { removePetitionDocument(input: $input) { replayed } }', { input: { petitionId, itemId: 'none' } }),
      answers: { ...onlyFor([], 'PETITION_NOT_FOUND'), ...noApp, citizenA: 'PETITION_DOCUMENT_NOT_FOUND' },
    },
    'Mutation.discardPetition': {
      send: (ask, caller) => ask('mutation($input: DiscardPetitionInput!) { discardPetition(input: $input) { replayed } }', { input: { petitionId: caller === 'citizenA' ? 'none' : petitionId } }),
      answers: { ...onlyFor([], 'PETITION_NOT_FOUND'), ...noApp },
    },
    'Mutation.filePetition': {
      send: (ask) =>
        ask('mutation($input: FilePetitionInput!) { filePetition(input: $input) { replayed } }', {
          input: { petitionId, authorization: 'x', acceptTerm: true, role: 'Cidadã' },
        }),
      answers: { ...onlyFor([], 'PETITION_NOT_FOUND'), ...noApp, citizenA: 'PETITION_INCOMPLETE' },
    },
    'Mutation.configurePetitionType': {
      send: (ask) =>
        ask('mutation($input: ConfigurePetitionTypeInput!) { configurePetitionType(input: $input) { replayed } }', {
          input: {
            municipalityId: 'campinas', key: 'complaint', name: 'x', guidance: 'x', unitIds: [unitId], principalTypeKey: 'requerimento', principalMaking: 'EDITOR', active: false,
          },
        }),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    'Mutation.configurePetitionRules': {
      send: (ask) =>
        ask('mutation($input: ConfigurePetitionRulesInput!) { configurePetitionRules(input: $input) { replayed } }', {
          input: { municipalityId: 'campinas', principalLimitBytes: 20971520, otherLimitBytes: 20971520, relatedTypeKey: 'general-request' },
        }),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    '_entities Petition': {
      send: reference('Petition', () => petitionId, 'specification'),
      answers: { ...onlyFor(['citizenA', 'appForAWithScope'], 'null'), anonymous: 'null' },
    },
    'Mutation.createDocumentUpload': {
      send: (ask) =>
        ask('mutation($input: CreateDocumentUploadInput!) { createDocumentUpload(input: $input) { uploadId } }', {
          input: { fileName: 'a.pdf', size: 10, mediaType: 'application/pdf', sha256: 'a'.repeat(64) },
        }),
      answers: {
        ...everybody('ok'),
        anonymous: 'UNAUTHENTICATED',
        representative: 'FORBIDDEN',
        appWithScope: 'FORBIDDEN',
        appWithoutScope: 'FORBIDDEN',
        appForAWithScope: 'MISSING_SCOPE',
        appForAWithoutScope: 'MISSING_SCOPE',
        appForAOfOtherCity: 'MISSING_SCOPE',
      },
    },
    'Mutation.includeFile': {
      send: (ask) =>
        ask('mutation($input: IncludeFileInput!) { includeFile(input: $input) { replayed } }', {
          input: { processId: term.processId, unitId, typeKey: 'comprovante', title: 'x', uploadId: 'none' },
        }),
      answers: { ...onlyFor([], 'PROCESS_NOT_FOUND'), clerkOfUnit: 'UPLOAD_NOT_FOUND' },
    },
    'Query.previewTemplate': {
      send: (ask) => ask('{ previewTemplate(municipalityId: "campinas", template: "<p>{{ano}}</p>") { content } }'),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    'Mutation.exportProcess': {
      send: (ask) =>
        ask('mutation($input: ExportProcessInput!) { exportProcess(input: $input) { replayed } }', { input: { processId: term.processId, format: 'ZIP' } }),
      answers: onlyFor(readers, 'PROCESS_NOT_FOUND', scopeless),
    },
    'Query.processExport': {
      // Of the clerk of the unit: others who read the process do not read his copy of it.
      send: (ask) => ask('query($id: ID!) { processExport(id: $id) { total file { downloadUrl } } }', { id: exportId }),
      answers: onlyFor(['clerkOfUnit'], 'EXPORT_NOT_FOUND', scopeless),
    },
    'Query.myExports': {
      send: (ask) => ask('{ myExports { edges { node { id } } } }'),
      answers: {
        ...onlyFor(['clerkOfUnit', 'citizenA', 'appForAWithScope'], 'empty'), ...scopeless, representative: 'FORBIDDEN', appWithScope: 'FORBIDDEN', appWithoutScope: 'FORBIDDEN',
      },
    },
    'Mutation.writeDocument': {
      send: (ask) =>
        ask('mutation($input: WriteDocumentInput!) { writeDocument(input: $input) { replayed } }', {
          input: { processId: term.processId, unitId, typeKey: 'despacho', title: 'x', content: '<script></script>' },
        }),
      answers: { ...onlyFor([], 'PROCESS_NOT_FOUND'), clerkOfUnit: 'INVALID_INPUT' },
    },
    'Mutation.editDocument': {
      // The Term is the system's: nobody writes it anew.
      send: (ask) =>
        ask('mutation($input: EditDocumentInput!) { editDocument(input: $input) { replayed } }', {
          input: { documentId: term.documentId, unitId, content: 'x', expectedVersion: 1 },
        }),
      answers: { ...onlyFor([], 'DOCUMENT_NOT_FOUND'), clerkOfUnit: 'DOCUMENT_NOT_WRITTEN' },
    },
    'Mutation.cancelDocument': {
      send: (ask) =>
        ask('mutation($input: CancelDocumentInput!) { cancelDocument(input: $input) { replayed } }', {
          input: { documentId: term.documentId, unitId, reason: 'x', expectedVersion: 99 },
        }),
      answers: { ...onlyFor([], 'DOCUMENT_NOT_FOUND'), clerkOfUnit: 'STALE_VERSION' },
    },
    'Mutation.configureProcessType': {
      send: (ask) =>
        ask('mutation($input: ConfigureProcessTypeInput!) { configureProcessType(input: $input) { replayed } }', {
          input: { municipalityId: 'campinas', key: 'alvara', name: 'Alvará', accessLevels: ['PUBLIC'] },
        }),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    'Mutation.configureDocumentType': {
      send: (ask) =>
        ask('mutation($input: ConfigureDocumentTypeInput!) { configureDocumentType(input: $input) { replayed } }', {
          input: { municipalityId: 'campinas', key: 'planta', name: 'Planta', makings: ['UPLOAD'] },
        }),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    'Mutation.configureLegalHypothesis': {
      send: (ask) =>
        ask('mutation($input: ConfigureLegalHypothesisInput!) { configureLegalHypothesis(input: $input) { replayed } }', {
          input: { municipalityId: 'campinas', key: 'sigilo', name: 'Sigilo', legalBasis: 'Lei nº 1', accessLevel: 'SECRET' },
        }),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    'Mutation.configureLetterhead': {
      send: (ask) =>
        ask('mutation($input: ConfigureLetterheadInput!) { configureLetterhead(input: $input) { replayed } }', {
          input: { municipalityId: 'campinas', lines: ['Avenida Anchieta, 200'] },
        }),
      answers: onlyFor(administrators, 'MUNICIPALITY_NOT_FOUND'),
    },
    '_entities Process': {
      send: reference('Process', () => term.processId, 'number'),
      answers: { ...onlyFor(readers, 'null'), anonymous: 'null' },
    },
    '_entities Document': {
      send: reference('Document', () => submittedId, 'title file { downloadUrl }'),
      answers: { ...onlyFor(readers, 'null'), anonymous: 'null' },
    },
    '_entities ExternalAccess': {
      send: reference('ExternalAccess', () => accessId, 'kind document { title }'),
      answers: { ...onlyFor(['citizenA', 'appForAWithScope'], 'null'), anonymous: 'null' },
    },
  };

  it('has a row for every operation of the schema', () => {
    const typeDefs = readTypeDefs(join(import.meta.dirname, '..', '..'));
    expect(Object.keys(rows).sort()).toEqual(operationsOf(typeDefs));
  });

  it('answers every caller as its row says', async () => {
    expect(await tryMatrix(rows, clients)).toEqual(expectedMatrix(rows));
  });

  it('answers every caller as its row says where an argument makes another act of it', async () => {
    const { connection } = rig.service.parts;
    const entry = { intimationId: 'i', noticeId: 'n', number: 'INT 2026/7', fulfilledAt: null, heldUntil: null, certificateId: null };
    const held = { processId: term.processId, purpose: 'INTIMATION', scope: 'INTEGRAL', personId: 'citizen-c', grantedBy: { staffId: 'clerk', unitId } } as const;
    const { id, ...grant } = aGrant({ ...held, id: 'of-intimation', documentIds: [], intimations: [entry] });
    await connection.collection<{ _id: string }>('grants').insertOne({ _id: id, ...grant });
    const inCity = { municipalityId: 'campinas', processId: term.processId, version: 1 };
    await connection.collection<{ _id: string }>('intimation_bindings').insertOne({ _id: 'i', ...inCity, number: 'INT 2026/7', unitId, state: 'BOUND' } as { _id: string });
    const notice = { intimationId: 'i', ...inCity, personIds: ['citizen-a'], state: 'PENDING', responses: [], fulfilledAt: null, certificate: null, replacedGrantIds: [] };
    await connection.collection<{ _id: string }>('intimation_notices').insertOne({ _id: 'n', ...notice });
    await connection.collection('external_users').updateOne({ _id: 'campinas/citizen-a' } as object, { $set: { released: true } }, { upsert: true });
    const variants: Record<string, MatrixRow<Caller>> = {
      'cancelAccess by way of exception (IN-31)': {
        send: (ask) =>
          ask('mutation($input: CancelAccessInput!) { cancelAccess(input: $input) { replayed } }', { input: { accessId: id, reason: 'x', waiver: { reason: 'x' }, expectedVersion: 99 } }),
        answers: onlyFor([], 'ACCESS_NOT_FOUND', { administrator: 'STALE_VERSION' }),
      },
      'cancelAccess of an intimation (IN-31)': {
        send: (ask) => ask('mutation($input: CancelAccessInput!) { cancelAccess(input: $input) { replayed } }', { input: { accessId: id, reason: 'x', expectedVersion: 1 } }),
        answers: onlyFor([], 'ACCESS_NOT_FOUND', { clerkOfUnit: 'INTIMATION_ACCESS_IN_COURSE' }),
      },
      'startPetition in response to an intimation (IN-18)': {
        send: (ask) =>
          ask('mutation($input: StartPetitionInput!) { startPetition(input: $input) { replayed } }', { input: { municipalityId: 'campinas', noticeId: 'n', responseTypeId: 'r' } }),
        answers: { ...onlyFor([], 'MUNICIPALITY_NOT_FOUND'), ...noApp, citizenA: 'RESPONSE_TOO_EARLY', citizenB: 'NOTICE_NOT_FOUND' },
      },
    };
    expect(await tryMatrix(variants, clients)).toEqual(expectedMatrix(variants));
  });

  it('takes nobody of a city for the operator of the platform', async () => {
    const roles = { unitIds: [], roles: ['operator'], sessionId: 'x' };
    const ask = '{ processNumbering(municipalityId: "campinas") { mask } }';
    const { errors } = await rig.as({ kind: 'staff', staffId: 'x', municipalityId: 'rio', ...roles })(ask);
    expect(errors[0]?.extensions?.['code']).toBe('MUNICIPALITY_NOT_FOUND');
    expect((await rig.as({ kind: 'staff', staffId: 'x', municipalityId: 'platform', ...roles })(ask)).errors).toEqual([]);
  });

  it('gives a file to nobody without an address made for the occasion', async () => {
    const answer = await rig.as(person('citizen-a'))<{ process: { documents: { edges: { node: { file: { downloadUrl: string } } }[] } } }>(
      'query($id: ID!) { process(id: $id) { documents { edges { node { file { downloadUrl } } } } } }',
      { id: term.processId },
    );
    const urls = (answer.data?.process.documents.edges ?? []).map(({ node }) =>
      node.file.downloadUrl.replace('http://gateway.test/files/process', `${rig.service.url}/files`),
    );
    expect(urls).toHaveLength(3);
    const status = async (url: string): Promise<number> => (await fetch(url)).status;
    for (const url of urls) {
      expect(await status(url)).toBe(200);
      expect(await status(url.split('?')[0] ?? '')).toBe(404);
      expect(await status(url.replace(/\/files\/[0-9a-f]+/, `/files/${'0'.repeat(24)}`))).toBe(404);
    }
    rig.clock.advance({ minutes: 5 });
    for (const url of urls) expect(await status(url)).toBe(410);
  });
});
