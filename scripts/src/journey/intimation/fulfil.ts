import { formatLocalDate } from '@guiche/kit/calendar';
import { download } from '../download.ts';
import { eventually } from '../eventually.ts';
import { expectThat, refusalOf } from '../expect-that.ts';
import type { Story } from '../story.ts';
import { receiveProcess, unitProcesses } from '../unit-documents.ts';
import { at } from './clock.ts';
import { certificateOf } from './contents.ts';
import * as documents from './documents.ts';
import { becomes, movements, myNotice, readNotice } from './notices.ts';
import type { IssuedAct, NoticeView } from './notices.ts';
import { bound, expectHiddenFromPublic, expectSealed } from './sealed.ts';
import type { Stage } from './stage.ts';
import { training } from './training-city.ts';

const { unitId } = training;

/** Two of the three consult on the Sunday after. */
export async function playConsultation(story: Story, stage: Stage, act: IssuedAct): Promise<void> {
  await consultsOnSunday(story, stage, act);
  await readsCertificate(story, stage, act);
  await returnsToUnit(story, stage);
  await staysSealedForOthers(story, stage, act);
}

async function consultsOnSunday(story: Story, stage: Stage, act: IssuedAct): Promise<void> {
  const { clock, ana, carla, day } = stage;
  const [sunday, monday] = [day(2), day(3)];
  await story.step('No domingo, ao abrir, lê o que confirmar significa; a data é a da segunda-feira (IN-07, IN-13)', async ({ count }) => {
    await clock.moveTo(at(sunday, 10, 30));
    const { id } = (await myNotice(ana, act.number)).found;
    const asked = await eventually('a confirmação de domingo', async () => {
      const { found, subgraphRequests } = await readNotice(ana.graph, id);
      if (found.confirmation?.text.includes(`com a data de ${formatLocalDate(monday)}`) !== true) return undefined;
      count(subgraphRequests);
      return found.confirmation;
    });
    return { value: undefined, result: asked.text.replace(/\s+/g, ' ') };
  });
  await story.step('Confirma: o conteúdo abre na hora, o cumprimento é de segunda; com página velha é recusado, duas vezes vale uma (IN-13)', async ({ count }) => {
    const { found } = await myNotice(ana, act.number);
    const { confirmation } = (await readNotice(ana.graph, found.id)).found;
    const confirm = (confirmationVersion: string) => ana.graph.ask<{ confirmNotice: { notice: NoticeView } }>(documents.confirmNotice, { input: { noticeId: found.id, confirmationVersion } });
    const stale = await refusalOf(confirm('página-de-ontem'));
    const { data, subgraphRequests } = await confirm(confirmation?.version ?? '');
    count(subgraphRequests);
    const { fulfilment, status, responseDeadlines } = data.confirmNotice.notice;
    expectThat(status.label === 'Cumprida por Consulta Direta' && fulfilment?.fulfilledOn === monday, JSON.stringify(data));
    expectThat(Math.abs(Date.parse(fulfilment.consultedAt ?? '') - at(sunday, 10, 30).getTime()) < 600_000, `Consultada em ${fulfilment.consultedAt ?? 'nunca'}`);
    expectThat(responseDeadlines[0]?.deadline.date === day(24), `Resposta até ${responseDeadlines[0]?.deadline.date ?? 'nunca'}`);
    const again = await confirm(confirmation?.version ?? '');
    expectThat(again.data.confirmNotice.notice.fulfilment?.consultedAt === fulfilment.consultedAt, 'Foi cumprida duas vezes');
    const texts = await eventually('o conteúdo', async () => {
      const open = await bound(stage, ana);
      return open.length === 2 && open.every(({ file, withheld }) => file !== null && withheld === null) ? open : undefined;
    });
    for (const { file } of texts) if (file !== null) await download(file);
    return { value: undefined, result: `${status.label}, data do cumprimento ${formatLocalDate(monday)}; defesa até ${formatLocalDate(day(24))}, 23:59:59; página velha: ${stale}` };
  });
  await story.step('Outra destinatária também consulta no domingo', async () => {
    const { found } = await myNotice(carla, act.number);
    const { confirmation } = (await readNotice(carla.graph, found.id)).found;
    await carla.graph.ask(documents.confirmNotice, { input: { noticeId: found.id, confirmationVersion: confirmation?.version ?? '' } });
    const { status } = await becomes(carla, act, 'FULFILLED_BY_CONSULTATION');
    return { value: undefined, result: status.label };
  });
}

async function readsCertificate(story: Story, stage: Stage, act: IssuedAct): Promise<void> {
  await story.step('A Certidão de Intimação Cumprida está no processo, uma só, com a data legal e, em linha própria, a real (IN-14)', async () => {
    const { ana, day } = stage;
    const notice = await becomes(ana, act, 'FULFILLED_BY_CONSULTATION', ({ fulfilment }) => fulfilment?.certificateNumber != null);
    const number = notice.fulfilment?.certificateNumber ?? '';
    const text = await certificateOf(stage, number);
    for (const part of [ana.citizen.fullName, act.number, 'Consulta Direta', formatLocalDate(day(3)), 'Data real da consulta', formatLocalDate(day(2))]) {
      expectThat(text.includes(part), `A certidão não diz "${part}": ${text}`);
    }
    const said = (await movements(stage, 'INTIMATION_FULFILLED')).filter((description) => description.includes(number));
    expectThat(said.length === 1, `Há ${String(said.length)} andamentos da certidão ${number}`);
    return { value: undefined, result: said[0] ?? '' };
  });
}

async function returnsToUnit(story: Story, { clerk, process }: Stage): Promise<void> {
  await story.step('O processo volta em vermelho à unidade, com quem o instruía (IN-16)', async ({ count }) => {
    type Column = { unitProcesses: { edges: readonly { node: { seen: boolean; assignee: { fullName: string } | null } }[] } };
    const { data, subgraphRequests } = await clerk.ask<Column>(unitProcesses, { unitId, filter: { number: process.number } });
    count(subgraphRequests);
    const [there] = data.unitProcesses.edges.map(({ node }) => node);
    expectThat(there?.seen === false && there.assignee !== null, JSON.stringify(there));
    await clerk.ask(receiveProcess, { input: { processId: process.id, unitId } });
    return { value: undefined, result: `não visto; com ${there.assignee.fullName}` };
  });
}

async function staysSealedForOthers(story: Story, stage: Stage, act: IssuedAct): Promise<void> {
  await story.step('Para quem não consultou e para o público continua lacrada', async () => {
    const { found } = await myNotice(stage.bruno, act.number);
    expectSealed(await bound(stage, stage.bruno), found.id);
    return { value: undefined, result: `${found.status.label}; público: ${await expectHiddenFromPublic(stage, act)}` };
  });
}
