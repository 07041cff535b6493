import type { GraphClient } from '../graph/graph-client.ts';
import type { AccreditedCitizen } from './accredited-citizen.ts';
import { expectThat } from './expect-that.ts';
import { addPaper, filePetition, previewPetition, startPetition } from './petition-acts.ts';
import type { PetitionReceipt } from './petition-acts.ts';
import { inRecebidos } from './petition-answer.ts';
import { openProcess, protocoloGeral } from './processes.ts';
import type { OpenedProcess } from './processes.ts';
import type { Story } from './story.ts';
import * as documents from './unit-documents.ts';

interface Players {
  readonly clerk: GraphClient;
  readonly petitioner: AccreditedCitizen;
  readonly process: OpenedProcess;
}

/** Petitions to a process that exists: whatever its state, it is said before where they go and why (PT-21, scenarios 6 and 7). */
export async function playIntercurrent(story: Story, { clerk, petitioner, process }: Players): Promise<void> {
  const place = { processId: process.id, unitId: protocoloGeral };

  await story.step('Petitions to the same process, which the unit had concluded: it is open there again, in red, with its assignee (PT-05, PT-22)', async ({ count }) => {
    await clerk.ask(documents.concludeProcess, { input: place });
    const { receipt, announcement, subgraphRequests } = await petitionTo(petitioner, process);
    count(subgraphRequests);
    expectThat(announcement.startsWith('Direto no Processo Indicado'), `Announced: ${announcement}`);
    expectThat(receipt.processNumber === process.number && receipt.relatedProcessNumber === null, `It went to ${receipt.processNumber}`);
    const { found } = await inRecebidos(clerk, process.number);
    expectThat(!found.seen && found.petitioned && found.assignee !== null, 'The process is not in red, or has lost its assignee');
    return { value: undefined, result: `${announcement} Recibo ${receipt.number}` };
  });

  await story.step('Petitions to it while it is suspended: a new process, related to it (PT-23)', async ({ count }) => {
    await clerk.ask(documents.suspendProcess, { input: { ...place, reason: 'Aguarda a equipe de poda' } });
    const { receipt, announcement, subgraphRequests } = await petitionTo(petitioner, process);
    count(subgraphRequests);
    expectThat(announcement.startsWith(`Em Processo Novo Relacionado ao Processo Indicado (${process.number})`), `Announced: ${announcement}`);
    expectThat(receipt.processNumber !== process.number && receipt.relatedProcessNumber === process.number, `It went to ${receipt.processNumber}`);
    const { found } = await inRecebidos(clerk, receipt.processNumber);
    expectThat(found.process.specification.includes(process.number), `It is about ${found.process.specification}`);
    return { value: undefined, result: `${announcement} Processo ${receipt.processNumber}` };
  });

  await story.step('Petitions to it once it is annexed: into the annexing process', async ({ count }) => {
    await clerk.ask(documents.resumeProcess, { input: place });
    const principal = await openProcess(clerk, 'Podas do bairro Centro');
    await clerk.ask(documents.annexProcess, { input: { processId: principal.id, unitId: protocoloGeral, otherProcessId: process.id } });
    const { receipt, announcement, subgraphRequests } = await petitionTo(petitioner, process);
    count(subgraphRequests);
    expectThat(announcement.startsWith(`Diretamente no Processo Anexador nº ${principal.number}`), `Announced: ${announcement}`);
    expectThat(receipt.processNumber === principal.number, `It went to ${receipt.processNumber}`);
    return { value: undefined, result: `${announcement} Recibo ${receipt.number}` };
  });
}

/** An intercurrent petition with one paper: its number is typed without the mask, as people do (PT-20). */
async function petitionTo(petitioner: AccreditedCitizen, process: OpenedProcess): Promise<{ receipt: PetitionReceipt; announcement: string; subgraphRequests: Readonly<Record<string, number>> }> {
  const { graph } = petitioner;
  const petitionId = await startPetition(graph, { processNumber: process.number.replace(/[.-]/g, ' ') });
  await addPaper(graph, petitionId, { role: 'COMPLEMENTARY', typeKey: 'anexo', fileName: 'foto-nova.pdf' });
  const { preview } = await previewPetition(graph, petitionId);
  const { receipt, subgraphRequests } = await filePetition(petitioner, petitionId, preview.sha256);
  return { receipt, announcement: preview.announcement, subgraphRequests };
}
