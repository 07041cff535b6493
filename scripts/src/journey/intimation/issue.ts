import { addDays, formatLocalDate } from '@guiche/kit/calendar';
import { download } from '../download.ts';
import { eventually } from '../eventually.ts';
import { expectThat, refusalOf } from '../expect-that.ts';
import { mailsTo } from '../mails.ts';
import { processOf, search } from '../search-in-public.ts';
import type { Story } from '../story.ts';
import { contentsFor, textOf, verifiedBy } from './contents.ts';
import * as documents from './documents.ts';
import { becomes, messagesAbout } from './notices.ts';
import type { IssuedAct } from './notices.ts';
import type { Stage } from './stage.ts';
import { training } from './training-city.ts';

const { municipalityId, unitId } = training;

interface IntimationType {
  readonly id: string;
  readonly name: string;
  readonly responseMode: { readonly label: string };
  readonly responseTypes: readonly { readonly id: string; readonly name: string; readonly term: { readonly label: string } }[];
}

/** What an intimation would do. */
export interface Preview {
  readonly tacitDays: number;
  readonly refused: boolean;
  readonly recipients: readonly {
    readonly accessChange: { readonly value: string; readonly label: string };
    readonly tacitDeadline: { readonly date: string };
    readonly conflicts: readonly { readonly number: string }[];
  }[];
}

/** The unit intimates three people of the Despacho and its annex, with integral access. */
export async function playIssue(story: Story, stage: Stage): Promise<{ act: IssuedAct; order: Order }> {
  const open = await liesOpen(story, stage);
  const order = await previews(story, stage);
  const { id, number } = await issues(story, stage, order);
  const act: IssuedAct = { id, number, responseTypeId: order.responseTypeIds[0] ?? '', ...open };
  await areTold(story, stage, act);
  return { act, order };
}

async function liesOpen(story: Story, stage: Stage): Promise<Pick<IssuedAct, 'links' | 'verification'>> {
  return story.step('Antes de intimar, qualquer pessoa acha e lê o Despacho e o laudo na pesquisa pública', async ({ count }) => {
    const { visitor, clerk, process, word, principal } = stage;
    await eventually('a pesquisa', async () => ((await search(clerk, { text: word }, undefined, municipalityId)).count > 0 ? true : undefined), 60_000, 500);
    const { shown, subgraphRequests } = await processOf(visitor, process.number);
    count(subgraphRequests);
    const listed = shown?.documents.edges.map(({ node }) => node) ?? [];
    const files = listed.map(({ file }) => file).filter((file) => file !== null);
    expectThat(files.length === 2, `Há ${String(files.length)} documentos abertos`);
    for (const file of files) await download(file);
    const signed = (await contentsFor(clerk, process.id)).find(({ id }) => id === principal.id)?.signedFile;
    expectThat(signed != null, 'O Despacho assinado não está no processo');
    const text = await textOf(await download(signed));
    const crc = /CRC[^0-9A-F]{0,40}([0-9A-F]{8})\b/.exec(text)?.[1];
    expectThat(crc !== undefined, `O Despacho não traz o código CRC: ${text}`);
    const verification = { verifier: principal.number, crc };
    expectThat((await verifiedBy(stage, verification)).public, 'A conferência não mostra o Despacho');
    return { value: { links: listed.map(({ link }) => link), verification }, result: `código verificador ${principal.number}, CRC ${crc}` };
  });
}

async function previews(story: Story, stage: Stage) {
  return story.step('Prévia: o que a intimação faria, destinatário por destinatário, com a data tácita (IN-05, IN-11)', async ({ count }) => {
    const { clerk, process, principal, annex, ana, bruno, carla, friday } = stage;
    const types = await clerk.ask<{ intimationTypes: { edges: readonly { node: IntimationType }[] } }>(documents.typesOfCity, { municipalityId });
    const type = types.data.intimationTypes.edges.map(({ node }) => node).find(({ name }) => name === 'Apresentação de defesa');
    expectThat(type !== undefined, 'Não há o tipo de intimação "Apresentação de defesa"');
    const order = {
      unitId, processId: process.id, documentId: principal.id, annexDocumentIds: [annex.id], typeId: type.id, accessScope: 'INTEGRAL',
      responseTypeIds: type.responseTypes.map(({ id }) => id), recipientIds: [ana, bruno, carla].map(({ recipientId }) => recipientId),
    };
    const { data, subgraphRequests } = await clerk.ask<{ previewIntimation: Preview }>(documents.previewIntimation, { input: order });
    count(subgraphRequests);
    const { recipients, refused, tacitDays } = data.previewIntimation;
    const wednesday = addDays(friday, 12);
    expectThat(!refused && recipients.every(({ accessChange, tacitDeadline }) => accessChange.value === 'NEW' && tacitDeadline.date === wednesday), JSON.stringify(data));
    const twice = await refusalOf(clerk.ask(documents.previewIntimation, { input: { ...order, recipientIds: [ana.recipientId, ana.recipientId] } }));
    const tooMany = Array.from({ length: 301 }, (_, index) => `destinatario-${String(index)}`);
    const crowd = await refusalOf(clerk.ask(documents.previewIntimation, { input: { ...order, recipientIds: tooMany } }));
    return {
      value: order,
      result: `${type.name} (${type.responseMode.label}, ${type.responseTypes.map(({ term }) => term.label).join()}), prazo tácito de ${String(tacitDays)} dias até ${formatLocalDate(wednesday)}; o mesmo duas vezes: ${twice}; 301 destinatários: ${crowd}`,
    };
  });
}

/** An intimation as it is asked for. */
export type Order = Awaited<ReturnType<typeof previews>>;

async function issues(story: Story, { clerk }: Stage, order: Order): Promise<{ id: string; number: string }> {
  return story.step('Expede a intimação aos três, um ato só; a mesma chave não intima duas vezes (IN-01, IN-06)', async ({ count }) => {
    type Issued = { issueIntimation: { replayed: boolean; intimation: { id: string; number: string; state: { label: string } } } };
    const input = { ...order, idempotencyKey: `expede-${order.documentId}` };
    const { data, subgraphRequests } = await clerk.ask<Issued>(documents.issueIntimation, { input });
    count(subgraphRequests);
    const again = await clerk.ask<Issued>(documents.issueIntimation, { input });
    const { id, number, state } = data.issueIntimation.intimation;
    expectThat(again.data.issueIntimation.replayed && again.data.issueIntimation.intimation.id === id, 'A mesma chave intimou duas vezes');
    type Act = { intimation: { state: { value: string; label: string }; failure: { message: string } | null; countsByStatus: readonly { status: { label: string }; count: number }[] } };
    const issued = await eventually('a expedição', async () => {
      const { intimation } = (await clerk.ask<Act>(documents.intimation, { id })).data;
      expectThat(intimation.failure === null, `Não foi expedida: ${intimation.failure?.message ?? ''}`);
      return intimation.state.value === 'ISSUED' ? intimation : undefined;
    });
    const counts = issued.countsByStatus.map(({ status, count: many }) => `${String(many)} ${status.label}`).join(', ');
    expectThat(counts === '3 Pendente', counts);
    return { value: { id, number }, result: `${number}: ${state.label}, depois ${issued.state.label}; ${counts}` };
  });
}

async function areTold(story: Story, stage: Stage, act: IssuedAct): Promise<void> {
  await story.step('Cada destinatário é avisado no portal; do treinamento não sai e-mail (OB-07, NT-01)', async ({ count }) => {
    const { world, ana, bruno, carla } = stage;
    const subjects: string[] = [];
    for (const person of [ana, bruno, carla]) {
      const [message, ...more] = await messagesAbout(person, act.number, /^NOTICE_ISSUED/);
      expectThat(message !== undefined && more.length === 0, `Há ${String(more.length + 1)} avisos`);
      expectThat(message.delivery.state === 'SUPPRESSED', `O e-mail está ${message.delivery.label}`);
      const mails = await mailsTo(world.mailboxUrl, person.citizen.email);
      expectThat(!mails.some(({ subject, text }) => `${subject} ${text}`.includes(act.number)), 'Saiu um e-mail do treinamento');
      subjects.push(`${message.subject} (${message.delivery.label})`);
    }
    const mine = await becomes(ana, act, 'PENDING');
    expectThat(mine.daysLeft === 12 && (mine.consequence ?? '') !== '', `Faltam ${String(mine.daysLeft)} dias: ${mine.consequence ?? 'nada se diz'}`);
    const { subgraphRequests } = await ana.graph.ask(documents.myNotices, {});
    count(subgraphRequests);
    return { value: undefined, result: `${subjects[0] ?? ''}. Minhas intimações: ${mine.status.label}, faltam ${String(mine.daysLeft)} dias. ${mine.consequence ?? ''}` };
  });
}
