import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guiche/kit/testing';
import { clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { codeOf, taskDesk } from './task-desk.ts';
import type { TaskDesk } from './task-desk.ts';

const tasksOfProcess = 'query($id: ID!) { process(id: $id) { tasks { edges { node { id person { id } } } } } }';

describe('tasks of persons (pendências)', () => {
  let rig: Rig;
  let desk: TaskDesk;
  const at = '2026-03-06T12:00:00Z';

  beforeAll(async () => {
    rig = await startRig({ at });
    await rig.prepareCity();
    desk = await taskDesk(rig);
  });
  afterAll(() => rig.stop());

  const rows = (name: string, filter: object) => rig.service.parts.connection.collection<{ _id: string }>(name).find(filter).toArray();
  const placement = () => rig.service.parts.connection.collection('placements').findOne({ processId: desk.processId, unitId });
  const stateOf = async (taskId: string) => (await rows('tasks', { _id: taskId }))[0]?.['state' as never];
  /** A draft of the unit. */
  const write = async (): Promise<{ id: string; file: { sha256: string } }> => {
    const { data, errors } = await desk.ofClerk<{ writeDocument: { document: { id: string; file: { sha256: string } } } }>(
      'mutation($input: WriteDocumentInput!) { writeDocument(input: $input) { document { id file { sha256 } } } }',
      { input: { processId: desk.processId, unitId, typeKey: 'oficio', title: 'Acordo', content: '<p>De acordo.</p>' } },
    );
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.writeDocument.document;
  };
  const receive = () => rig.as(clerk)('mutation($input: ReceiveProcessInput!) { receiveProcess(input: $input) { replayed } }', { input: { processId: desk.processId, unitId } });

  it('a person answers with the required document, signed by the password; the unit sees the process in red with its assignee (TA-01, SG-03)', async () => {
    await rig.service.parts.connection.collection('placements').updateOne({ processId: desk.processId, unitId }, { $set: { seen: true, assigneeId: 'clerk' } });
    const task = await desk.assign({ requirements: [{ typeKey: 'comprovante', minimum: 1 }], signatureLevel: 'SIMPLE' });
    expect(task).toMatchObject({ state: { value: 'OPEN', label: 'Aberta' }, kind: { label: 'Complementação' }, dueAt: '2026-03-21T02:59:59.999Z', person: { id: 'ana' } });
    expect(await desk.mine(['OPEN', 'RETURNED'])).toContain(task.id);

    const without = await desk.preview({ taskId: task.id, text: 'Segue.' });
    expect(without.data?.previewTaskAnswer).toMatchObject({ missing: ['Comprovante'], signatureRequired: true });
    const refused = await desk.byAna('resolveTask', { taskId: task.id, text: 'Segue.' });
    expect([codeOf(refused), refused.errors[0]?.message]).toEqual(['TASK_DOCUMENTS_MISSING', expect.stringContaining('Comprovante')]);

    const answer = { taskId: task.id, text: 'Segue o comprovante.', documents: [await desk.attach('comprovante', { conference: 'ORIGINAL', complement: 'de março' })] };
    expect(codeOf(await desk.byAna('resolveTask', answer))).toBe('TASK_SIGNATURE_REQUIRED');
    const signed = await desk.sign(answer);
    const resolved = desk.taskOf(signed, 'resolveTask');
    expect(resolved.state.value).toBe('RESOLVED');
    expect(resolved.answerDocuments.map(({ title, state }) => [title, state.value])).toEqual([
      ['Resposta a pendência', 'SIGNED'], ['Comprovante de março', 'AUTHENTICATED'],
    ]);
    expect(resolved.answerDocuments.every(({ signatures }) => signatures.length === 1)).toBe(true);
    expect(await placement()).toMatchObject({ state: 'OPEN', seen: false, assigneeId: 'clerk' });
    expect(codeOf(await desk.byAna('resolveTask', answer))).toBe('TASK_ALREADY_RESOLVED');
  });

  it('the unit gives it back with a reason and a new due date, the person answers again, the unit takes it (TA-02)', async () => {
    const task = await desk.assign({ kind: 'RESPOND', instructions: 'Confirme o endereço.' });
    expect(codeOf(await desk.byClerk('acceptTask', { taskId: task.id, unitId, expectedVersion: 1 }))).toBe('TASK_NOT_RESOLVED');
    expect(codeOf(await desk.byAna('resolveTask', { taskId: task.id, text: ' ' }))).toBe('TASK_ANSWER_EMPTY');
    const first = desk.taskOf(await desk.byAna('resolveTask', { taskId: task.id, text: 'Rua A, 1', idempotencyKey: 'answer-of-ana-1' }), 'resolveTask');
    expect(first.answerDocuments.map(({ title, state }) => [title, state.value])).toEqual([['Resposta a pendência', 'SUBMITTED']]);
    const replay = await desk.byAna('resolveTask', { taskId: task.id, text: 'Rua A, 1', idempotencyKey: 'answer-of-ana-1' });
    expect(replay.data?.resolveTask.replayed).toBe(true);

    const decision = { taskId: task.id, unitId, expectedVersion: first.version };
    expect(codeOf(await desk.byClerk('returnTask', { ...decision, reason: 'Falta o CEP', dueOn: '2026-03-05' }))).toBe('INVALID_INPUT');
    expect(codeOf(await desk.byClerk('returnTask', { ...decision, reason: 'Falta o CEP', dueOn: '2026-03-25', expectedVersion: 1 }))).toBe('STALE_VERSION');
    const returned = desk.taskOf(await desk.byClerk('returnTask', { ...decision, reason: 'Falta o CEP', dueOn: '2026-03-25' }), 'returnTask');
    expect(returned).toMatchObject({ state: { value: 'RETURNED', label: 'Devolvida' }, round: 2, dueOn: '2026-03-25', decisionReason: 'Falta o CEP' });

    const second = desk.taskOf(await desk.byAna('resolveTask', { taskId: task.id, text: 'Rua A, 1, 13010-000' }), 'resolveTask');
    const accepted = desk.taskOf(await desk.byClerk('acceptTask', { ...decision, expectedVersion: second.version }), 'acceptTask');
    expect(accepted.state).toEqual({ value: 'ACCEPTED', label: 'Aceita' });
    expect(JSON.stringify(await rows('document_contents', { processId: desk.processId }))).toContain('Rua A, 1, 13010-000');
    expect(codeOf(await desk.byAna('resolveTask', { taskId: task.id, text: 'Mais' }))).toBe('TASK_ENDED');
    const kinds = (await rows('movements', { processId: desk.processId, kind: /TASK/ })).map((row) => row['kind' as never]);
    // The clock stands still: those of this task and the one before, in any order.
    expect(kinds.toSorted()).toEqual(['TASK_ACCEPTED', 'TASK_ASSIGNED', 'TASK_ASSIGNED', 'TASK_RESOLVED', 'TASK_RESOLVED', 'TASK_RESOLVED', 'TASK_RETURNED']);
    const audited = await rows('audit', { entityType: 'task', entityId: task.id });
    expect(audited).toHaveLength(5);
  });

  it('what was sent stands in the process as the person\'s own, which he reads whatever his access was (AE-05)', async () => {
    const task = await desk.assign({ kind: 'COMPLEMENT' });
    const answer = { taskId: task.id, documents: [await desk.attach('documento-pessoal')] };
    const { answerDocuments: [sent] } = desk.taskOf(await desk.byAna('resolveTask', answer), 'resolveTask');
    const [row] = await rows('documents', { _id: sent?.id });
    // The type forces its level (PT-04).
    expect(row).toMatchObject({ submittedBy: 'ana', typeKey: 'documento-pessoal', accessLevel: 'RESTRICTED', unitId: null, createdBy: { kind: 'person', id: 'ana' } });
    expect(await rows('grants', { personId: 'ana', documentIds: sent?.id })).toMatchObject([{ state: 'ACTIVE', scope: 'PARTIAL', expiresAt: null }]);
    const { data } = await desk.ofAna<{ process: { documents: { edges: { node: { id: string } }[] } } }>(
      'query($id: ID!) { process(id: $id) { documents(first: 100) { edges { node { id } } } } }', { id: desk.processId },
    );
    expect(data?.process.documents.edges.map(({ node }) => node.id)).toContain(sent?.id);
  });

  it('who takes note leaves a declaration that says of what', async () => {
    const task = await desk.assign({ kind: 'ACKNOWLEDGE', instructions: 'Da vistoria de 10/03/2026.', signatureLevel: 'SIMPLE' });
    const { data } = await desk.preview({ taskId: task.id });
    expect(data?.previewTaskAnswer).toMatchObject({ missing: [], documentTitles: ['Declaração de ciência'] });
    const resolved = desk.taskOf(await desk.sign({ taskId: task.id }), 'resolveTask');
    expect(resolved.answerDocuments.map(({ title, state }) => [title, state.value])).toEqual([['Declaração de ciência', 'SIGNED']]);
  });

  it('a signature is for exactly the answer that was previewed, once, by the person, with the term accepted (SG-03)', async () => {
    const task = await desk.assign({ kind: 'RESPOND', signatureLevel: 'SIMPLE' });
    const answer = { taskId: task.id, text: 'Sim' };
    expect(codeOf(await desk.sign(answer, { input: { text: 'Não' } }))).toBe('TASK_ANSWER_CHANGED');
    expect(codeOf(await desk.sign(answer, { claims: { sub: 'bia' } }))).toBe('SIGNATURE_AUTHORIZATION_FOREIGN');
    expect(codeOf(await desk.sign(answer, { claims: { document_id: desk.processId } }))).toBe('SIGNATURE_AUTHORIZATION_FOREIGN');
    expect(codeOf(await desk.sign(answer, { input: { signature: { authorization: 'x', acceptTerm: false } } }))).toBe('RESPONSIBILITY_NOT_ACCEPTED');
    const jti = 'task-authorization';
    desk.taskOf(await desk.sign(answer, { claims: { jti } }), 'resolveTask');
    const other = await desk.assign({ kind: 'RESPOND', signatureLevel: 'SIMPLE' });
    expect(codeOf(await desk.sign({ taskId: other.id, text: 'Sim' }, { claims: { jti } }))).toBe('SIGNATURE_AUTHORIZATION_USED');
    const plain = await desk.assign({ kind: 'RESPOND' });
    expect(codeOf(await desk.sign({ taskId: plain.id, text: 'Sim' }))).toBe('TASK_SIGNATURE_NOT_ASKED');
  });

  it('nothing is asked of who has no part in the process, in a past day, nor with a certificate nobody can use here yet (SG-02)', async () => {
    const input = { processId: desk.processId, unitId, personId: 'ana', kind: 'RESPOND', instructions: 'x', dueOn: '2026-03-20' };
    expect(codeOf(await desk.byClerk('assignTask', { ...input, personId: 'nobody' }))).toBe('TASK_PERSON_WITHOUT_ACCESS');
    expect(codeOf(await desk.byClerk('assignTask', { ...input, dueOn: '2026-03-05' }))).toBe('INVALID_INPUT');
    expect(codeOf(await desk.byClerk('assignTask', { ...input, signatureLevel: 'QUALIFIED' }))).toBe('SIGNATURE_METHOD_NOT_AVAILABLE');
    expect(codeOf(await desk.byClerk('assignTask', { ...input, requirements: [{ typeKey: 'despacho' }] }))).toBe('DOCUMENT_TYPE_UNKNOWN');
  });

  it('a task is for its person and the units of its process; nobody else learns that it exists', async () => {
    const task = await desk.assign({ kind: 'RESPOND' });
    const read = 'query($id: ID!) { task(id: $id) { id } }';
    expect((await desk.ofAna<{ task: { id: string } }>(read, { id: task.id })).data?.task.id).toBe(task.id);
    expect((await desk.ofClerk<{ task: { id: string } }>(read, { id: task.id })).data?.task.id).toBe(task.id);
    const stranger = rig.as(person('bia'));
    expect(codeOf(await stranger(read, { id: task.id }))).toBe('TASK_NOT_FOUND');
    expect(codeOf(await stranger('mutation($input: ResolveTaskInput!) { resolveTask(input: $input) { replayed } }', { input: { taskId: task.id, text: 'x' } }))).toBe('TASK_NOT_FOUND');
    const otherUnit = rig.as({ kind: 'staff', staffId: 'other', municipalityId: 'campinas', unitIds: ['other'], roles: ['clerk'], sessionId: 'other' });
    expect(codeOf(await otherUnit(read, { id: task.id }))).toBe('TASK_NOT_FOUND');
    const listed = await desk.ofClerk<{ process: { tasks: { edges: { node: { id: string } }[] } } }>(tasksOfProcess, { id: desk.processId });
    expect(listed.data?.process.tasks.edges.map(({ node }) => node.id)).toContain(task.id);
    const own = await desk.ofAna<{ process: { tasks: { edges: { node: { person: { id: string } } }[] } } }>(tasksOfProcess, { id: desk.processId });
    expect(new Set(own.data?.process.tasks.edges.map(({ node }) => node.person.id))).toEqual(new Set(['ana']));
    const ofUnit = await desk.ofClerk<{ unitTasks: { edges: { node: { id: string } }[] } }>(
      'query($unitId: ID!) { unitTasks(unitId: $unitId, states: [OPEN], first: 100) { edges { node { id } } } }', { unitId },
    );
    expect(ofUnit.data?.unitTasks.edges.map(({ node }) => node.id)).toContain(task.id);
  });

  it('a task to sign shows the draft to the person, and is completed once it is signed with the password (SG-03, SG-05)', async () => {
    const document = await write();
    const input = { kind: 'SIGN', documentId: document.id, instructions: 'Assine o acordo.' };
    const task = await desk.assign(input);
    expect(codeOf(await desk.byClerk('assignTask', { processId: desk.processId, unitId, personId: 'ana', dueOn: '2026-03-20', ...input }))).toBe('SIGNATURE_ALREADY_REQUESTED');
    const seen = await desk.ofAna<{ task: { documentToSign: { id: string; pendingSignature: boolean } } }>(
      'query($id: ID!) { task(id: $id) { documentToSign { id pendingSignature } } }', { id: task.id },
    );
    expect(seen.data?.task.documentToSign).toEqual({ id: document.id, pendingSignature: true });
    expect(codeOf(await desk.byAna('resolveTask', { taskId: task.id, text: 'Concordo.' }))).toBe('TASK_DOCUMENT_NOT_SIGNED');
    const authorization = rig.authorization({ sub: 'ana', document_id: document.id, sha256: document.file.sha256 });
    const sign = 'mutation($input: SignDocumentInput!) { signDocument(input: $input) { document { state { value } } } }';
    const signed = await desk.ofAna(sign, { input: { documentId: document.id, authorization, acceptTerm: true, role: 'Interessada' } });
    expect(signed.errors).toEqual([]);
    const resolved = desk.taskOf(await desk.byAna('resolveTask', { taskId: task.id, text: 'Concordo.' }), 'resolveTask');
    expect(resolved.answerDocuments.map(({ title }) => title)).toEqual(['Parecer']);
  });

  it('a task to sign that is cancelled takes its request and the access to the draft with it', async () => {
    const { id: documentId } = await write();
    const task = await desk.assign({ kind: 'SIGN', documentId, instructions: 'Assine.' });
    const read = () => desk.ofAna<{ task: { documentToSign: { id: string } | null } }>('query($id: ID!) { task(id: $id) { documentToSign { id } } }', { id: task.id });
    expect((await read()).data?.task.documentToSign).toEqual({ id: documentId });
    desk.taskOf(await desk.byClerk('cancelTask', { taskId: task.id, unitId, expectedVersion: 1, reason: 'Texto errado' }), 'cancelTask');
    expect((await read()).data?.task.documentToSign).toBeNull();
    expect(await rows('documents', { _id: documentId })).toMatchObject([{ signatureRequests: [{ id: task.id, state: 'CANCELLED', reason: 'Texto errado' }] }]);
  });

  it('Minhas Pendências with their processes asks each collection once, however many there are', async () => {
    // The search index reads the same collections in the background, until it has caught up.
    await waitFor(async () => (await rows('jobs', { kind: /^index/, state: 'waiting' })).length === 0, { describe: 'the search index', timeoutMs: 30_000 });
    const client = rig.service.parts.connection.getClient();
    const asked: string[] = [];
    const listen = ({ commandName, command }: { commandName: string; command: object }) => {
      const collection = (command as Record<string, unknown>)[commandName];
      if (commandName === 'find' || commandName === 'aggregate') asked.push(String(collection));
    };
    client.on('commandStarted', listen);
    const { data } = await desk.ofAna<{ myTasks: { edges: { node: { process: { number: string } } }[] } }>(
      '{ myTasks(first: 50) { edges { node { id state { label } process { number } unit { id } } } } }',
    );
    client.off('commandStarted', listen);
    expect(data?.myTasks.edges.length).toBeGreaterThan(3);
    const ours = asked.filter((name) => ['tasks', 'processes', 'grants', 'documents'].includes(name));
    expect(ours.toSorted()).toEqual(['grants', 'processes', 'tasks']);
  });

  it('a task that is cancelled is over for the person, and the reason is told', async () => {
    const task = await desk.assign({ kind: 'RESPOND' });
    const input = { taskId: task.id, unitId, expectedVersion: 1 };
    const cancelled = desk.taskOf(await desk.byClerk('cancelTask', { ...input, reason: 'Pedido por engano' }), 'cancelTask');
    expect(cancelled).toMatchObject({ state: { value: 'CANCELLED' }, decisionReason: 'Pedido por engano' });
    expect(codeOf(await desk.byAna('resolveTask', { taskId: task.id, text: 'x' }))).toBe('TASK_ENDED');
    expect(await desk.mine(['OPEN', 'RETURNED'])).not.toContain(task.id);
  });

  it('the person is reminded two days before at 07:00, and the task expires after 23:59:59; a returned one has its own rows (TA-02)', async () => {
    await receive();
    const late = await desk.assign({ kind: 'RESPOND', dueOn: '2026-03-12' });
    const back = await desk.assign({ kind: 'RESPOND', dueOn: '2026-03-12' });
    const answered = desk.taskOf(await desk.byAna('resolveTask', { taskId: back.id, text: 'x' }), 'resolveTask');
    desk.taskOf(await desk.byClerk('returnTask', { taskId: back.id, unitId, reason: 'y', dueOn: '2026-03-30', expectedVersion: answered.version }), 'returnTask');
    const { id: documentId } = await write();
    const toSign = await desk.assign({ kind: 'SIGN', documentId, dueOn: '2026-03-12' });
    const reminders = async () => (await desk.events()).filter((type) => type === 'TaskReminderDue').length;

    rig.clock.set('2026-03-10T10:00:00Z');
    await waitFor(async () => (await reminders()) === 2, { describe: 'the reminders' });
    rig.clock.set('2026-03-13T02:59:59.999Z');
    expect(codeOf(await desk.byAna('resolveTask', { taskId: late.id, text: ' ' }))).toBe('TASK_ANSWER_EMPTY');
    rig.clock.set('2026-03-13T03:00:00.000Z');
    expect(codeOf(await desk.byAna('resolveTask', { taskId: late.id, text: 'tarde' }))).toBe('TASK_EXPIRED');
    await waitFor(async () => (await stateOf(late.id)) === 'EXPIRED', { describe: 'the expiry' });
    expect(await stateOf(back.id)).toBe('RETURNED');
    await waitFor(async () => (await stateOf(toSign.id)) === 'EXPIRED', { describe: 'the expiry of the signature' });
    expect(await rows('documents', { _id: documentId })).toMatchObject([{ signatureRequests: [{ id: toSign.id, state: 'EXPIRED' }] }]);
    expect((await desk.mine(['EXPIRED'])).toSorted()).toEqual([late.id, toSign.id].toSorted());
  });
});
