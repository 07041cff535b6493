import { addDays, formatLocalDate } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import { graphClient } from '../../graph/graph-client.ts';
import type { GraphClient } from '../../graph/graph-client.ts';
import { accreditedCitizen, authorizationOf } from '../accredited-citizen.ts';
import type { AccreditedCitizen } from '../accredited-citizen.ts';
import { recipients, signDocument } from '../documents.ts';
import { eventually } from '../eventually.ts';
import { expectThat, refusalOf } from '../expect-that.ts';
import { includePdf, openProcess } from '../processes.ts';
import type { OpenedProcess } from '../processes.ts';
import { proofOf } from '../search-in-public.ts';
import type { Visitor } from '../search-in-public.ts';
import type { Story } from '../story.ts';
import { assignProcess, staffMe, unitProcesses, writeDocument } from '../unit-documents.ts';
import type { World } from '../world.ts';
import { at, quietFriday, trainingClock } from './clock.ts';
import type { TrainingClock } from './clock.ts';
import * as deadlines from './deadline-documents.ts';
import * as documents from './documents.ts';
import { training, trainingStaff, trainingWorld } from './training-city.ts';

const { municipalityId, unitId } = training;
const clerkName = 'usuario02';

/** Days without other holidays that the story needs after the day of issue. */
const lengthInDays = 38;

/** Somebody who can be intimated. */
export interface Recipient extends AccreditedCitizen {
  readonly recipientId: string;
}

export interface Paper {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** Everybody and everything of the story before the intimation. */
export interface Stage {
  readonly world: World;
  readonly administrator: GraphClient;
  readonly clerk: GraphClient;
  readonly visitor: Visitor;
  readonly clock: TrainingClock;
  /** The Friday on which the intimation is issued. */
  readonly friday: LocalDate;
  /** So many days after that Friday. */
  readonly day: (after: number) => LocalDate;
  readonly ana: Recipient;
  readonly bruno: Recipient;
  readonly carla: Recipient;
  readonly process: OpenedProcess;
  /** A word that stands in the principal document alone. */
  readonly word: string;
  readonly principal: Paper;
  readonly annex: Paper;
}

/** Three people who can be intimated, a Friday, a process with what it is about. */
export async function setTheStage(story: Story, world: World): Promise<Stage> {
  const there = trainingWorld(world, clerkName);
  const administrator = await trainingStaff(world, 'usuario01');
  const clerk = await trainingStaff(world, clerkName);
  const [ana, bruno, carla] = await story.step('Três cidadãos se credenciam no município de treinamento e assinam o Termo', async () => {
    const accredited = [await recipient(there, clerk), await recipient(there, clerk), await recipient(there, clerk)] as const;
    return { value: accredited, result: accredited.map(({ citizen }) => citizen.fullName).join(', ') };
  });
  const clock = await trainingClock(administrator, ana.graph);
  const friday = await story.step('O administrador adianta o relógio do treinamento até uma sexta-feira, 10h; o de cidades reais não se move', async () => {
    const chosen = await quietFriday(administrator, clock.today(), lengthInDays);
    await clock.moveTo(at(chosen, 10));
    const real = await refusalOf(administrator.ask(deadlines.moveTrainingClock, { input: { municipalityId: 'campinas', bySeconds: 60 } }));
    const { data } = await administrator.ask<{ municipality: { clockAheadSeconds: number } }>(deadlines.clockAhead, { municipalityId: 'campinas' });
    expectThat(data.municipality.clockAheadSeconds === 0, 'O relógio de Campinas não é o de verdade');
    return { value: chosen, result: `${formatLocalDate(chosen)}, às 10:00; o de Campinas: ${real}` };
  });
  const visitor = { graph: graphClient(world.graphUrl), proof: await proofOf(graphClient(world.graphUrl)), municipalityId };
  const papers = await writesPapers(story, clerk);
  return { world, administrator, clerk, visitor, clock, friday, day: (after) => addDays(friday, after), ana, bruno, carla, ...papers };
}

async function recipient(there: World, clerk: GraphClient): Promise<Recipient> {
  const citizen = await accreditedCitizen(there, municipalityId);
  type Found = { intimationRecipients: { edges: readonly { node: { id: string } }[] } };
  const recipientId = await eventually('o destinatário', async () => {
    const { data } = await clerk.ask<Found>(recipients, { municipalityId, personId: citizen.personId });
    return data.intimationRecipients.edges[0]?.node.id;
  });
  return { ...citizen, recipientId };
}

async function writesPapers(story: Story, clerk: GraphClient): Promise<Pick<Stage, 'process' | 'word' | 'principal' | 'annex'>> {
  const word = `jatobazeiro${Math.random().toString(36).replace(/[^a-z]/g, '').slice(0, 8)}`;
  const process = await story.step('A unidade autua um processo público e o atribui a quem o instrui', async ({ count }) => {
    const opened = await openProcess(clerk, 'Multa por supressão de árvore', { unitId });
    const { data } = await clerk.ask<{ staffMe: { id: string } }>(staffMe);
    type Column = { unitProcesses: { edges: readonly { node: { version: number } }[] } };
    const desk = await clerk.ask<Column>(unitProcesses, { unitId, filter: { number: opened.number } });
    const expectedVersion = desk.data.unitProcesses.edges[0]?.node.version;
    const { subgraphRequests } = await clerk.ask(assignProcess, { input: { processId: opened.id, unitId, assigneeId: data.staffMe.id, expectedVersion } });
    count(subgraphRequests);
    return { value: opened, result: opened.number };
  });
  const [principal, annex] = await story.step('Escreve o Despacho e junta o laudo; sem assinatura não se intima, assinado sim (PR-08)', async ({ count }) => {
    const draft = await writeDespacho(clerk, process, { title: 'Despacho de notificação', content: `<p>Apresente defesa sobre o corte do <b>${word}</b>.</p>` });
    const included = await includePdf(clerk, process, { title: 'Laudo de vistoria', text: `Laudo sobre o ${word}`, unitId });
    const before = await problemsOf(clerk, process, draft.id);
    expectThat(before.some(({ code }) => code === 'DOCUMENT_NOT_SIGNED'), 'Um despacho sem assinatura serviria para intimar');
    await sign(clerk, draft);
    const after = await problemsOf(clerk, process, draft.id, count);
    expectThat(after.length === 0, `Não se pode intimar: ${after.map(({ message }) => message).join(' ')}`);
    return { value: [draft, included] as const, result: `${draft.title} nº ${draft.number}; antes da assinatura: ${before.map(({ code }) => code).join(', ')}` };
  });
  return { process, word, principal, annex };
}

interface Draft extends Paper {
  readonly file: { readonly sha256: string };
}

/** A public Despacho in the process, not signed yet. */
export async function writeDespacho(clerk: GraphClient, process: OpenedProcess, text: { readonly title: string; readonly content: string }): Promise<Draft> {
  const input = { processId: process.id, unitId, typeKey: 'despacho', accessLevel: 'PUBLIC', ...text };
  const { data } = await clerk.ask<{ writeDocument: { document: Draft } }>(writeDocument, { input });
  return data.writeDocument.document;
}

/** The clerk signs by the password, which in training is the user name. */
export async function sign(clerk: GraphClient, { id: documentId, file: { sha256 } }: Draft): Promise<void> {
  const authorization = await authorizationOf(clerk, { documentId, sha256 }, clerkName);
  await clerk.ask(signDocument, { input: { documentId, authorization, acceptTerm: true, role: 'Atendente' } });
}

async function problemsOf(clerk: GraphClient, process: OpenedProcess, documentId: string, count?: (requests: Readonly<Record<string, number>>) => void) {
  type Problems = { process: { documents: { edges: readonly { node: { id: string; intimability: { problems: readonly { code: string; message: string }[] } | null } }[] } } };
  const { data, subgraphRequests } = await clerk.ask<Problems>(documents.intimability, { processId: process.id, unitId });
  count?.(subgraphRequests);
  const found = data.process.documents.edges.find(({ node }) => node.id === documentId)?.node.intimability;
  expectThat(found != null, 'A unidade não sabe se pode intimar');
  return found.problems;
}
