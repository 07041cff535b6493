import { expectThat, refusalOf } from '../expect-that.ts';
import type { Story } from '../story.ts';
import { cancelDocument, editDocument, suspendProcess } from '../unit-documents.ts';
import { contentsFor } from './contents.ts';
import * as documents from './documents.ts';
import type { Order, Preview } from './issue.ts';
import { movements } from './notices.ts';
import { sign, writeDespacho } from './stage.ts';
import type { Stage } from './stage.ts';
import { training } from './training-city.ts';

const { unitId } = training;

/** What an intimation binds is not touched, nor intimated of once more. */
export async function playBonds(story: Story, stage: Stage, order: Order): Promise<void> {
  await isBound(story, stage);
  await standsInTheWay(story, stage, order);
}

async function isBound(story: Story, stage: Stage): Promise<void> {
  await story.step('Enquanto ela corre, não se sobresta o processo, nem se cancela ou altera o documento (PR-05, PR-06, PR-09)', async () => {
    const { clerk, process, principal, annex } = stage;
    const suspended = await refusalWith(clerk.ask(suspendProcess, { input: { processId: process.id, unitId, reason: 'Aguarda' } }));
    const version = async (id: string): Promise<number | undefined> => (await contentsFor(clerk, process.id)).find((one) => one.id === id)?.version;
    const cancelled = await refusalWith(clerk.ask(cancelDocument, { input: { documentId: annex.id, unitId, reason: 'Engano', expectedVersion: await version(annex.id) } }));
    const edited = await refusalWith(clerk.ask(editDocument, { input: { documentId: principal.id, unitId, content: '<p>Outro texto.</p>', expectedVersion: await version(principal.id) } }));
    const [issued] = await movements(stage, 'INTIMATION_ISSUED');
    expectThat(issued?.startsWith('Intimação Eletrônica expedida em') === true, 'O andamento não diz que foi expedida');
    return { value: undefined, result: `sobrestar: ${suspended}; cancelar o laudo: ${cancelled}; alterar o Despacho: ${edited}; andamento: ${issued}` };
  });
}

async function standsInTheWay(story: Story, stage: Stage, order: Order): Promise<void> {
  await story.step('Intimar de novo do mesmo documento é recusado com a lista; com acesso parcial também, a quem tem integral (IN-04, IN-05)', async () => {
    const { clerk, process, ana } = stage;
    const again = { ...order, recipientIds: [ana.recipientId] };
    const { data } = await clerk.ask<{ previewIntimation: Preview }>(documents.previewIntimation, { input: again });
    const conflicts = data.previewIntimation.recipients[0]?.conflicts ?? [];
    expectThat(data.previewIntimation.refused && conflicts.length === 2, `A prévia lista ${String(conflicts.length)} conflitos`);
    const repeated = await refusalOf(clerk.ask(documents.issueIntimation, { input: again }));
    const other = await writeDespacho(clerk, process, { title: 'Despacho complementar', content: '<p>Complemento.</p>' });
    await sign(clerk, other);
    const partial = await refusalOf(clerk.ask(documents.issueIntimation, { input: { ...again, documentId: other.id, annexDocumentIds: [], accessScope: 'PARTIAL' } }));
    expectThat(repeated === 'DOCUMENT_ALREADY_INTIMATED' && partial === 'INTEGRAL_ACCESS_HELD', `${repeated}, ${partial}`);
    return { value: undefined, result: `mesmo documento: ${repeated} (${conflicts.map(({ number }) => number).join(', ')}); parcial: ${partial}` };
  });
}

/** The refusal, which has to name the intimation (PR-05, PR-06). */
async function refusalWith(attempt: Promise<unknown>): Promise<string> {
  const refused = await attempt.then(
    () => undefined,
    (error: Error & { code?: string }) => error,
  );
  expectThat(refused?.code !== undefined && refused.message.includes('INT '), `A recusa não diz qual intimação: ${refused?.message ?? 'aceito'}`);
  return refused.code;
}
