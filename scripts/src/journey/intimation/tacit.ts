import { formatLocalDate } from '@guiche/kit/calendar';
import { download } from '../download.ts';
import { eventually } from '../eventually.ts';
import { expectThat } from '../expect-that.ts';
import { processOf } from '../search-in-public.ts';
import type { Story } from '../story.ts';
import { at } from './clock.ts';
import { certificateOf } from './contents.ts';
import * as deadlines from './deadline-documents.ts';
import { becomes, messagesAbout, movements } from './notices.ts';
import type { IssuedAct } from './notices.ts';
import { isFound } from './sealed.ts';
import type { Stage } from './stage.ts';
import { training } from './training-city.ts';

const { municipalityId } = training;

/** One of the three does not consult, and a holiday that becomes known late moves his tacit date. */
export async function playTacitDeadline(story: Story, stage: Stage, act: IssuedAct): Promise<void> {
  await holidayMovesDates(story, stage, act);
  await fulfilsTacitly(story, stage, act);
  await isPublicAgain(story, stage);
}

async function holidayMovesDates(story: Story, stage: Stage, act: IssuedAct): Promise<void> {
  await story.step('Na véspera, o administrador registra tarde um feriado no dia do prazo tácito: vai ao dia seguinte, com aviso e andamento', async ({ count }) => {
    const { administrator, clock, bruno, ana, day } = stage;
    await clock.moveTo(at(day(11), 16));
    const input = { municipalityId, kind: 'MUNICIPAL', name: 'Aniversário do município', legalBasis: 'Lei municipal nº 7, de 1900', date: day(12), reason: 'Faltava no calendário' };
    const { subgraphRequests } = await administrator.ask(deadlines.registerHoliday, { input });
    count(subgraphRequests);
    const moved = await becomes(bruno, act, 'PENDING', ({ tacitDeadline }) => tacitDeadline?.deadline.date === day(13));
    const [move] = moved.tacitDeadline?.moves ?? [];
    expectThat(moved.tacitDeadline?.originalDate === day(12) && move?.cause.includes('Aniversário do município') === true, JSON.stringify(moved.tacitDeadline));
    // Business days to answer pass over it too.
    await becomes(ana, act, 'FULFILLED_BY_CONSULTATION', ({ responseDeadlines }) => responseDeadlines[0]?.deadline.date === day(25));
    const [message] = await messagesAbout(bruno, act.number, /NOTICE_DEADLINE_CHANGED/);
    const told = await eventually('o andamento', async () => (await movements(stage, 'INTIMATION_DEADLINE_CHANGED')).find((text) => text.includes('tácito')));
    return { value: undefined, result: `${told} Aviso: ${message?.subject ?? ''}` };
  });
}

async function fulfilsTacitly(story: Story, stage: Stage, act: IssuedAct): Promise<void> {
  const { clock, bruno, day } = stage;
  await story.step('Quem não consulta: pendente até o fim do dia, depois cumprida por decurso do prazo, com a data legal e uma certidão (IN-12)', async () => {
    await clock.moveTo(at(day(13), 23, 59));
    await becomes(bruno, act, 'PENDING', ({ daysLeft }) => daysLeft === 0);
    await clock.moveTo(at(day(14), 0, 2));
    const after = await becomes(bruno, act, 'FULFILLED_TACITLY', ({ fulfilment }) => fulfilment?.certificateNumber != null);
    expectThat(after.fulfilment?.fulfilledOn === day(13) && after.fulfilment.consultedAt === null, JSON.stringify(after.fulfilment));
    const number = after.fulfilment.certificateNumber ?? '';
    const text = await certificateOf(stage, number);
    for (const part of [bruno.citizen.fullName, 'Decurso do Prazo Tácito', `Data do cumprimento: ${formatLocalDate(day(13))}`]) expectThat(text.includes(part), `A certidão não diz "${part}": ${text}`);
    return { value: undefined, result: `${after.status.label} em ${formatLocalDate(day(13))}, Certidão nº ${number}` };
  });
}

async function isPublicAgain(story: Story, stage: Stage): Promise<void> {
  await story.step('Cumprida por todos, o público volta a ler (cenário 10)', async ({ count }) => {
    const { visitor, process } = stage;
    await eventually('a pesquisa', async () => ((await isFound(stage)) ? true : undefined), 60_000, 500);
    const { shown, subgraphRequests } = await processOf(visitor, process.number);
    count(subgraphRequests);
    const open = shown?.documents.edges.map(({ node }) => node).filter(({ file }) => file !== null) ?? [];
    for (const { file } of open) if (file !== null) await download(file);
    const titles = open.map(({ title }) => title ?? '');
    expectThat(titles.includes('Despacho de notificação') && titles.includes('Laudo de vistoria'), `O público lê ${titles.join(', ')}`);
    return { value: undefined, result: titles.join(', ') };
  });
}

