import { addDays, localDate } from '@guiche/kit/calendar';
import { GraphRefusal } from '../graph/graph-client.ts';
import type { GraphClient } from '../graph/graph-client.ts';
import { accreditedCitizen, authorizationOf } from './accredited-citizen.ts';
import type { AccreditedCitizen } from './accredited-citizen.ts';
import { download } from './download.ts';
import { expectThat, refusalOf } from './expect-that.ts';
import { logInClerk } from './log-in.ts';
import { mailAbout } from './mails.ts';
import { protocoloGeral } from './processes.ts';
import { samplePdf } from './sample-pdf.ts';
import { sendFile } from './send-file.ts';
import type { Story } from './story.ts';
import * as documents from './task-documents.ts';
import { unitProcesses } from './unit-documents.ts';
import type { World } from './world.ts';

interface OwnTask {
  readonly id: string;
  readonly processNumber: string;
  readonly instructions: string;
  readonly dueOn: string;
  readonly decisionReason: string | null;
  readonly kind: { readonly label: string };
  readonly state: { readonly value: string; readonly label: string };
  readonly requirements: readonly { readonly typeName: string; readonly minimum: number }[];
}

interface UnitTask {
  readonly id: string;
  readonly version: number;
  readonly state: { readonly label: string };
  readonly person: { readonly fullName: string };
  readonly answerDocuments: readonly { readonly title: string; readonly file: { readonly sha256: string; readonly downloadUrl: string } }[];
}

interface TaskAnswer {
  readonly taskId: string;
  readonly text: string;
  readonly documents: readonly object[];
}

const unitMail = 'protocolo@campinas.guiche.test';

/** A unit asks a citizen for a document; the first answer is given back, the second one taken. */
export async function playPendencias(story: Story, world: World): Promise<void> {
  const clerk = await logInClerk(story, world);
  const citizen = await story.step('A citizen of Campinas is accredited', async () => {
    const accredited = await accreditedCitizen(world);
    return { value: accredited, result: `${accredited.citizen.fullName}, processo ${accredited.process.number}` };
  });
  const taskId = await isAsked(story, world, clerk, citizen);
  await seesTask(story, citizen, taskId);
  await isRefused(story, citizen, taskId);
  await answers(story, citizen, taskId, 'Segue o comprovante.');
  await unitSees(story, world, clerk, citizen, taskId);
  await givesBack(story, world, clerk, citizen, taskId);
  await answers(story, citizen, taskId, 'Segue o comprovante legível.');
  await accepts(story, world, clerk, citizen, taskId);
}

async function isAsked(story: Story, world: World, clerk: GraphClient, { citizen, personId, process }: AccreditedCitizen): Promise<string> {
  const taskId = await story.step('Protocolo Geral asks for a proof of address, signed, within ten days (TA-02)', async ({ count }) => {
    const input = {
      processId: process.id,
      unitId: protocoloGeral,
      personId,
      kind: 'COMPLEMENT',
      instructions: 'Envie o comprovante de endereço atualizado.',
      dueOn: dayAfter(10),
      requirements: [{ typeKey: 'comprovante', minimum: 1 }],
      signatureLevel: 'SIMPLE',
    };
    const nobody = await refusalOf(clerk.ask(documents.assignTask, { input: { ...input, personId: 'nobody' } }));
    type Assigned = { assignTask: { task: { id: string; kind: { label: string }; dueOn: string } } };
    const { data, subgraphRequests } = await clerk.ask<Assigned>(documents.assignTask, { input });
    count(subgraphRequests);
    const { id, kind, dueOn } = data.assignTask.task;
    return { value: id, result: `${kind.label}, until ${dueOn}; of somebody without part in the process: ${nobody}` };
  });
  await story.step('The citizen is told by mail', async () => {
    const mail = await mailAbout(world.mailboxUrl, citizen.email, 'Nova pendência');
    expectThat(mail.text.includes(`/pendencias/${taskId}`), 'The mail does not lead to the task');
    return { value: undefined, result: mail.subject };
  });
  return taskId;
}

async function seesTask(story: Story, { graph, process }: AccreditedCitizen, taskId: string): Promise<void> {
  await story.step('Finds it in Minhas Pendências', async ({ count }) => {
    const { task, subgraphRequests } = await ownTask(graph, taskId);
    count(subgraphRequests);
    expectThat(task.processNumber === process.number, 'It is of another process');
    const required = task.requirements.map(({ typeName, minimum }) => `${String(minimum)} ${typeName}`).join(', ');
    return { value: undefined, result: `${task.kind.label}, ${task.state.label}, until ${task.dueOn}: ${task.instructions} (${required})` };
  });
}

async function isRefused(story: Story, { graph }: AccreditedCitizen, taskId: string): Promise<void> {
  await story.step('Completing it without the required document is refused, naming it', async () => {
    const refusal = await graph.ask(documents.resolveTask, { input: { taskId, text: 'Segue.' } }).then(
      () => undefined,
      (error: unknown) => error,
    );
    expectThat(refusal instanceof GraphRefusal, 'It was accepted');
    expectThat(refusal.code === 'TASK_DOCUMENTS_MISSING' && refusal.message.includes('Comprovante'), `It was refused with ${refusal.message}`);
    return { value: undefined, result: refusal.message };
  });
}

/** Attaches the document, looks at what completing will do, types the password, completes (SG-03). */
async function answers(story: Story, { citizen, graph }: AccreditedCitizen, taskId: string, text: string): Promise<void> {
  await story.step(`Attaches it, signs by the password and completes: "${text}" (SG-03)`, async ({ count }) => {
    const bytes = samplePdf('Comprovante de endereco');
    const uploadId = await sendFile(graph, { fileName: 'comprovante.pdf', mediaType: 'application/pdf', bytes }, 'process');
    const answer: TaskAnswer = { taskId, text, documents: [{ typeKey: 'comprovante', uploadId, conference: 'ORIGINAL' }] };
    const unsigned = await refusalOf(graph.ask(documents.resolveTask, { input: answer }));
    type Preview = { previewTaskAnswer: { missing: readonly string[]; documentTitles: readonly string[]; sha256: string } };
    const { data: seen } = await graph.ask<Preview>(documents.previewTaskAnswer, { input: answer });
    const { missing, documentTitles, sha256 } = seen.previewTaskAnswer;
    expectThat(missing.length === 0, `Still missing: ${missing.join(', ')}`);
    const authorization = await authorizationOf(graph, { documentId: taskId, sha256 }, citizen.password);
    type Resolved = { resolveTask: { task: { state: { label: string }; answerDocuments: readonly { signatures: readonly unknown[] }[] } } };
    const { data, subgraphRequests } = await graph.ask<Resolved>(documents.resolveTask, {
      input: { ...answer, signature: { authorization, acceptTerm: true, role: 'Interessado' } },
    });
    count(subgraphRequests);
    const { state, answerDocuments } = data.resolveTask.task;
    expectThat(answerDocuments.length === 2 && answerDocuments.every(({ signatures }) => signatures.length === 1), 'Not all of it is signed');
    return { value: undefined, result: `${state.label}: ${documentTitles.join(', ')}; unsigned: ${unsigned}` };
  });
}

async function unitSees(story: Story, world: World, clerk: GraphClient, { citizen, process }: AccreditedCitizen, taskId: string): Promise<void> {
  await story.step('The unit is told by mail and sees the process in red, with what was sent', async ({ count }) => {
    const mail = await mailAbout(world.mailboxUrl, unitMail, `Pendência respondida no processo ${process.number}`);
    type Unseen = { unitProcesses: { edges: readonly { node: { seen: boolean } }[] } };
    const { data, subgraphRequests } = await clerk.ask<Unseen>(unitProcesses, { unitId: protocoloGeral, filter: { unseen: true, number: process.number } });
    count(subgraphRequests);
    expectThat(data.unitProcesses.edges.length === 1, 'The process is not in red');
    const task = await answeredTask(clerk, taskId);
    expectThat(task.person.fullName === citizen.fullName, 'The answer is of somebody else');
    for (const { file } of task.answerDocuments) await download(file);
    return { value: undefined, result: `${mail.subject}; ${task.answerDocuments.map(({ title }) => title).join(', ')}` };
  });
}

async function givesBack(story: Story, world: World, clerk: GraphClient, { citizen, graph }: AccreditedCitizen, taskId: string): Promise<void> {
  await story.step('The unit gives it back with the reason and a new due date; the citizen is told (TA-02)', async ({ count }) => {
    const { version } = await answeredTask(clerk, taskId);
    const input = { taskId, unitId: protocoloGeral, reason: 'O comprovante está ilegível.', dueOn: dayAfter(20), expectedVersion: version };
    const stale = await refusalOf(clerk.ask(documents.returnTask, { input: { ...input, expectedVersion: version - 1 } }));
    const { subgraphRequests } = await clerk.ask(documents.returnTask, { input });
    count(subgraphRequests);
    const mail = await mailAbout(world.mailboxUrl, citizen.email, 'devolvida');
    expectThat(mail.text.includes(input.reason), 'The mail does not say why');
    const { task } = await ownTask(graph, taskId);
    expectThat(task.decisionReason === input.reason && task.dueOn === input.dueOn, 'The citizen does not see why or until when');
    return { value: undefined, result: `${task.state.label}, until ${task.dueOn}: ${input.reason}; decided on an older version: ${stale}` };
  });
}

async function accepts(story: Story, world: World, clerk: GraphClient, { citizen, graph }: AccreditedCitizen, taskId: string): Promise<void> {
  await story.step('The unit takes the second answer; the citizen is told, and has no pendência left', async ({ count }) => {
    const { version } = await answeredTask(clerk, taskId);
    type Accepted = { acceptTask: { task: { state: { label: string } } } };
    const { data, subgraphRequests } = await clerk.ask<Accepted>(documents.acceptTask, { input: { taskId, unitId: protocoloGeral, expectedVersion: version } });
    count(subgraphRequests);
    const mail = await mailAbout(world.mailboxUrl, citizen.email, 'aceita');
    const left = await tasksOf(graph, ['OPEN', 'RETURNED']);
    expectThat(left.tasks.length === 0, 'Something is left to do');
    return { value: undefined, result: `${data.acceptTask.task.state.label}; ${mail.subject}` };
  });
}

async function tasksOf(graph: GraphClient, states?: readonly string[]) {
  const { data, subgraphRequests } = await graph.ask<{ myTasks: { edges: readonly { node: OwnTask }[] } }>(documents.myTasks, { states });
  return { tasks: data.myTasks.edges.map(({ node }) => node), subgraphRequests };
}

async function ownTask(graph: GraphClient, taskId: string) {
  const { tasks, subgraphRequests } = await tasksOf(graph, ['OPEN', 'RETURNED']);
  const task = tasks.find(({ id }) => id === taskId);
  expectThat(task !== undefined, 'It is not in Minhas Pendências');
  return { task, subgraphRequests };
}

async function answeredTask(clerk: GraphClient, taskId: string): Promise<UnitTask> {
  const { data } = await clerk.ask<{ unitTasks: { edges: readonly { node: UnitTask }[] } }>(documents.unitTasks, { unitId: protocoloGeral, states: ['RESOLVED'] });
  const task = data.unitTasks.edges.find(({ node }) => node.id === taskId)?.node;
  expectThat(task !== undefined, 'The unit does not see the answer');
  return task;
}

/** The day so many days from now, on the calendar of Campinas. */
function dayAfter(days: number): string {
  return addDays(localDate(new Date(), 'America/Sao_Paulo'), days);
}
