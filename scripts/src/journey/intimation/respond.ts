import { formatLocalDate, inBrasilia } from '@guiche/kit/calendar';
import { authorizationOf } from '../accredited-citizen.ts';
import { download } from '../download.ts';
import { eventually } from '../eventually.ts';
import { expectThat, refusalOf } from '../expect-that.ts';
import { addPaper, previewPetition, startPetition } from '../petition-acts.ts';
import type { FiledPetition } from '../petition-acts.ts';
import { filePetition } from '../petition-documents.ts';
import type { Story } from '../story.ts';
import { receiveProcess, unitProcesses } from '../unit-documents.ts';
import { at } from './clock.ts';
import { textOf } from './contents.ts';
import * as deadlines from './deadline-documents.ts';
import { becomes, messagesAbout, movements, myNotice } from './notices.ts';
import type { IssuedAct, NoticeView } from './notices.ts';
import type { Recipient, Stage } from './stage.ts';
import { training } from './training-city.ts';

const { municipalityId, unitId } = training;

/** Reminders, an answer in the last second and one a second late, overdue, and an outage that takes it back. */
export async function playResponses(story: Story, stage: Stage, act: IssuedAct): Promise<void> {
  await areReminded(story, stage, act);
  await answersInTime(story, stage, act);
  await isOverdue(story, stage, act);
  await outageTakesItBack(story, stage, act);
  await answersInExtension(story, stage, act);
}

async function areReminded(story: Story, { clock, ana, carla, day }: Stage, act: IssuedAct): Promise<void> {
  await story.step('Às 7h, cinco dias e um dia antes do fim, quem não respondeu é lembrado, uma vez cada (IN-19)', async () => {
    const counted: number[] = [];
    for (const daysBefore of [5, 1]) {
      await clock.moveTo(at(day(25 - daysBefore), 7, 0, 1));
      for (const person of [ana, carla]) {
        const reminders = await eventually('o lembrete', async () => {
          const found = await messagesAbout(person, act.number, /NOTICE_REMINDER/);
          return found.length > counted.length ? found : undefined;
        });
        expectThat(reminders.length === counted.length + 1, `Há ${String(reminders.length)} lembretes`);
      }
      counted.push(daysBefore);
    }
    const [latest] = await messagesAbout(carla, act.number, /NOTICE_REMINDER/);
    return { value: undefined, result: `${latest?.subject ?? ''} (${latest?.delivery.label ?? ''})` };
  });
}

/** An answer that is ready: its papers are there and its password was typed. */
interface ReadyAnswer {
  readonly petitionId: string;
  readonly authorization: string;
}

async function readyAnswer({ graph, citizen }: Recipient, notice: NoticeView, { responseTypeId }: IssuedAct): Promise<ReadyAnswer> {
  const petitionId = await startPetition(graph, { municipalityId, noticeId: notice.id, responseTypeId });
  await addPaper(graph, petitionId, { role: 'COMPLEMENTARY', typeKey: 'anexo', fileName: 'defesa.pdf' });
  const { preview } = await previewPetition(graph, petitionId);
  expectThat(preview.missing.length === 0, `Falta: ${preview.missing.join()}`);
  const authorization = await authorizationOf(graph, { documentId: petitionId, sha256: preview.sha256 }, citizen.password);
  return { petitionId, authorization };
}

function fileAnswer({ graph }: Recipient, { petitionId, authorization }: ReadyAnswer) {
  const input = { petitionId, authorization, acceptTerm: true, role: 'Cidadã(o)', idempotencyKey: `responde-${petitionId}` };
  return graph.ask<{ filePetition: FiledPetition & { petition: { receipt: { filedAt: string } } } }>(filePetition, { input });
}

async function answersInTime(story: Story, stage: Stage, act: IssuedAct): Promise<void> {
  const { clock, clerk, ana, day, process } = stage;
  const lastSecond = at(day(25), 23, 59, 59);
  const { another: late, receipt } = await story.step('No último segundo do prazo, responde: recibo tipo R, Respondida, à unidade que intimou (IN-18, PT-24)', async ({ count }) => {
    await clock.moveTo(at(day(25), 23, 58));
    const notice = await becomes(ana, act, 'FULFILLED_BY_CONSULTATION', ({ responseDeadlines }) => responseDeadlines[0]?.open === true);
    const [inTime, another] = [await readyAnswer(ana, notice, act), await readyAnswer(ana, notice, act)];
    await clock.moveTo(at(day(25), 23, 59, 50));
    await clock.reaches(lastSecond);
    const { data, subgraphRequests } = await fileAnswer(ana, inTime);
    count(subgraphRequests);
    const { receipt } = data.filePetition.petition;
    const filedAt = new Date(receipt.filedAt);
    expectThat(filedAt >= lastSecond && filedAt < at(day(26), 0), `Protocolada em ${inBrasilia(filedAt)}`);
    await clock.reaches(at(day(26), 0));
    return { value: { another, receipt }, result: `recibo ${receipt.number}, ${inBrasilia(filedAt)}, processo ${receipt.processNumber}` };
  });
  await story.step('Um segundo depois, outra resposta é recusada pelo servidor (IN-18)', async () => {
    const code = await refusalOf(fileAnswer(ana, late));
    const text = await textOf(await download(receipt.document.file));
    expectThat(text.includes('Resposta a Intimação'), `O recibo não é de resposta: ${text}`);
    expectThat(code === 'RESPONSE_TOO_LATE', `Recusada com ${code}`);
    const answered = await becomes(ana, act, 'RESPONDED');
    expectThat(answered.responses.length === 1 && answered.responses[0]?.receiptNumber != null, JSON.stringify(answered.responses));
    type Column = { unitProcesses: { edges: readonly { node: { seen: boolean; petitioned: boolean } }[] } };
    const { data } = await clerk.ask<Column>(unitProcesses, { unitId, filter: { number: process.number } });
    expectThat(data.unitProcesses.edges[0]?.node.seen === false && data.unitProcesses.edges[0].node.petitioned, 'A unidade não vê a resposta em vermelho');
    await clerk.ask(receiveProcess, { input: { processId: process.id, unitId } });
    return { value: undefined, result: `${code}; a primeira: ${answered.status.label}, recibo ${answered.responses[0].receiptNumber}` };
  });
}

async function isOverdue(story: Story, { carla }: Stage, act: IssuedAct): Promise<void> {
  await story.step('À meia-noite, quem devia responder e não respondeu está vencida (IN-21)', async () => {
    const { status, responseDeadlines } = await becomes(carla, act, 'OVERDUE');
    expectThat(status.label === 'Pendente de Resposta com Prazo Externo Vencido' && responseDeadlines[0]?.open === false, JSON.stringify(responseDeadlines));
    return { value: undefined, result: status.label };
  });
}

async function outageTakesItBack(story: Story, stage: Stage, act: IssuedAct): Promise<void> {
  await story.step('O administrador registra tarde a indisponibilidade do último dia: o prazo vai ao dia seguinte e reabre (IN-20)', async ({ count }) => {
    const { administrator, carla, ana, day } = stage;
    const period = { municipalityId, startsAt: at(day(25), 20).toISOString(), endsAt: at(day(25), 22).toISOString() };
    type Preview = { previewOutage: { deadlines: number; moves: readonly { from: string; to: string }[] } };
    const preview = await administrator.ask<Preview>(deadlines.previewOutage, period);
    expectThat(preview.data.previewOutage.deadlines >= 1, 'A prévia não diz que prazos mudariam');
    const input = { ...period, summary: 'Portal fora do ar', extendsDeadlines: true };
    const { subgraphRequests } = await administrator.ask(deadlines.registerOutage, { input });
    count(subgraphRequests);
    const overlap = await refusalOf(administrator.ask(deadlines.registerOutage, { input }));
    const back = await becomes(carla, act, 'FULFILLED_BY_CONSULTATION', ({ responseDeadlines }) => responseDeadlines[0]?.deadline.date === day(26));
    const move = back.responseDeadlines[0]?.moves.at(-1);
    expectThat(back.responseDeadlines[0]?.open === true && move?.cause.includes('Indisponibilidade registrada') === true, JSON.stringify(back.responseDeadlines));
    expectThat((await myNotice(ana, act.number)).found.status.value === 'RESPONDED', 'Quem respondeu deixou de ter respondido');
    const told = await eventually('o andamento', async () => (await movements(stage, 'INTIMATION_DEADLINE_CHANGED')).find((text) => text.includes('Indisponibilidade registrada')));
    const messages = await messagesAbout(carla, formatLocalDate(day(26)), /NOTICE_DEADLINE_CHANGED/);
    return { value: undefined, result: `${back.status.label}. ${told} Aviso: ${messages[0]?.subject ?? ''}; a mesma de novo: ${overlap}` };
  });
}

async function answersInExtension(story: Story, { clock, carla, day }: Stage, act: IssuedAct): Promise<void> {
  await story.step('Responde no dia da prorrogação', async ({ count }) => {
    await clock.moveTo(at(day(26), 12));
    const answer = await eventually('o prazo novo', async () => {
      try {
        return await readyAnswer(carla, (await myNotice(carla, act.number)).found, act);
      } catch (error) {
        if ((error as { code?: string }).code === 'RESPONSE_TOO_LATE') return undefined;
        throw error;
      }
    });
    const { data, subgraphRequests } = await fileAnswer(carla, answer);
    count(subgraphRequests);
    const { status } = await becomes(carla, act, 'RESPONDED');
    return { value: undefined, result: `${status.label}, recibo ${data.filePetition.petition.receipt.number}` };
  });
}
