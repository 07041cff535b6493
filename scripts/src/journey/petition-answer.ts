import type { GraphClient } from '../graph/graph-client.ts';
import { authorizationOf } from './accredited-citizen.ts';
import type { AccreditedCitizen } from './accredited-citizen.ts';
import { signDocument } from './documents.ts';
import { download } from './download.ts';
import { expectThat, refusalOf } from './expect-that.ts';
import type { PetitionReceipt } from './petition-acts.ts';
import { processDocuments } from './petition-documents.ts';
import { includePdf, protocoloGeral } from './processes.ts';
import type { Story } from './story.ts';
import * as documents from './unit-documents.ts';
import type { World } from './world.ts';

/** A process as the unit has it before itself. */
export interface UnitProcess {
  readonly seen: boolean;
  readonly petitioned: boolean;
  readonly version: number;
  readonly assignee: { readonly id: string; readonly fullName: string } | null;
  readonly process: { readonly specification: string; readonly type: { readonly name: string } };
}

interface SeenDocument {
  readonly title: string;
  readonly type: string;
  readonly signatures: readonly { readonly signerName: string; readonly role: string }[];
  readonly file: { readonly sha256: string; readonly downloadUrl: string } | null;
}

interface Players {
  readonly clerk: GraphClient;
  readonly petitioner: AccreditedCitizen;
  readonly receipt: PetitionReceipt;
}

/** The process in Recebidos of Protocolo Geral. */
export async function inRecebidos(clerk: GraphClient, number: string) {
  type Column = { unitProcesses: { edges: readonly { node: UnitProcess }[] } };
  const { data, subgraphRequests } = await clerk.ask<Column>(documents.unitProcesses, { unitId: protocoloGeral, column: 'RECEIVED', filter: { number } });
  const [found] = data.unitProcesses.edges.map(({ node }) => node);
  expectThat(found !== undefined, `${number} is not in Recebidos`);
  return { found, subgraphRequests };
}

/** The unit takes the petition up, answers with a signed document, and the citizen reads what is for the citizen. */
export async function playAnswer(story: Story, world: World, { clerk, petitioner, receipt }: Players): Promise<void> {
  const { processNumber: number, process: { id: processId } } = receipt;
  const place = { processId, unitId: protocoloGeral };

  await story.step('The unit finds it in red in Recebidos, opens it and assigns it (PR-03, PR-04)', async ({ count }) => {
    const { found, subgraphRequests } = await inRecebidos(clerk, number);
    count(subgraphRequests);
    expectThat(!found.seen && found.petitioned && found.assignee === null, 'The process is not in red, or somebody has it already');
    await clerk.ask(documents.receiveProcess, { input: place });
    const { data } = await clerk.ask<{ staffMe: { id: string } }>(documents.staffMe);
    const { version } = (await inRecebidos(clerk, number)).found;
    await clerk.ask(documents.assignProcess, { input: { ...place, assigneeId: data.staffMe.id, expectedVersion: version } });
    const after = (await inRecebidos(clerk, number)).found;
    expectThat(after.seen && !after.petitioned, 'The process is still in red');
    return { value: undefined, result: `${after.process.type.name}: ${after.process.specification}; assigned to ${after.assignee?.fullName ?? 'nobody'}` };
  });

  const title = 'Despacho de deferimento';
  await story.step('The clerk writes the answer and signs it by the password; a note stays inside', async ({ count }) => {
    type Written = { writeDocument: { document: { id: string; file: { sha256: string } } } };
    const { data } = await clerk.ask<Written>(documents.writeDocument, {
      input: { ...place, typeKey: 'despacho', title, content: '<p>Defere-se o pedido. A poda será feita em até <b>30 dias</b>.</p>', accessLevel: 'PUBLIC' },
    });
    const { id: documentId, file } = data.writeDocument.document;
    const draft = await readBy(petitioner, processId);
    expectThat(draft.every((document) => document.title !== title), 'The citizen reads a draft');
    const confirm = (password: string) => authorizationOf(clerk, { documentId, sha256: file.sha256 }, password);
    const wrong = await refusalOf(confirm(`${world.clerk.password}x`));
    const input = { documentId, authorization: await confirm(world.clerk.password), acceptTerm: true, role: 'Atendente do Protocolo Geral' };
    const signed = await clerk.ask<{ signDocument: { document: { signatures: readonly { signerName: string; signedAtInBrasilia: string }[] } } }>(signDocument, { input });
    count(signed.subgraphRequests);
    await includePdf(clerk, { id: processId, number }, { title: 'Vistoria interna', text: 'Vistoria', accessLevel: 'RESTRICTED', legalHypothesis: 'documento-preparatorio' });
    const [signature] = signed.data.signDocument.document.signatures;
    return { value: undefined, result: `${signature?.signerName ?? ''}, ${signature?.signedAtInBrasilia ?? ''}; wrong password: ${wrong}` };
  });

  await story.step('The citizen reads the answer, the own papers and the receipt, and not the note (AE-05)', async () => {
    const seen = await readBy(petitioner, processId);
    const titles = seen.map((document) => document.title);
    expectThat(titles.includes(title) && titles.includes('Recibo Eletrônico de Protocolo'), `The citizen sees ${titles.join(', ')}`);
    expectThat(!titles.includes('Vistoria interna'), 'The citizen sees the note');
    for (const { file } of seen) if (file !== null) await download(file);
    return { value: undefined, result: titles.join(', ') };
  });
}

async function readBy({ graph }: AccreditedCitizen, id: string): Promise<readonly SeenDocument[]> {
  const { data } = await graph.ask<{ process: { documents: { edges: readonly { node: SeenDocument }[] } } }>(processDocuments, { id });
  return data.process.documents.edges.map(({ node }) => node);
}
