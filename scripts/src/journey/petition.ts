import { accreditedCitizen, authorizationOf } from './accredited-citizen.ts';
import type { AccreditedCitizen } from './accredited-citizen.ts';
import { download } from './download.ts';
import { expectThat, refusalOf } from './expect-that.ts';
import { playIntercurrent } from './intercurrent.ts';
import { logInClerk } from './log-in.ts';
import { mailAbout, mailsTo } from './mails.ts';
import { playAnswer } from './petition-answer.ts';
import { addPaper, filePetition, previewPetition, startPetition } from './petition-acts.ts';
import type { PetitionReceipt } from './petition-acts.ts';
import * as documents from './petition-documents.ts';
import type { Story } from './story.ts';
import type { World } from './world.ts';

const unitMail = 'protocolo@campinas.guiche.test';

interface OfferedPetition {
  readonly key: string;
  readonly name: string;
  readonly guidance: string;
  readonly essentialTypeKeys: readonly string[];
}

/** A citizen asks for a tree to be pruned, the unit answers, and the citizen petitions further to the same process. */
export async function playPetition(story: Story, world: World): Promise<void> {
  const petitioner = await story.step('An accredited citizen of Campinas logs in', async () => {
    const came = await accreditedCitizen(world);
    return { value: came, result: came.citizen.fullName };
  });
  await findsType(story, petitioner);
  const petitionId = await drafts(story, petitioner);
  await isRefused(story, petitioner, petitionId);
  const receipt = await files(story, petitioner, petitionId);
  await readsReceipt(story, petitioner, receipt);
  await areTold(story, world, petitioner, receipt);
  const clerk = await logInClerk(story, world);
  await playAnswer(story, world, { clerk, petitioner, receipt });
  await playIntercurrent(story, { clerk, petitioner, process: { id: receipt.process.id, number: receipt.processNumber } });
}

async function findsType(story: Story, { graph }: AccreditedCitizen): Promise<void> {
  await story.step('Finds the petition in the catalogue, by state and city (PT-10)', async ({ count }) => {
    type Catalogue = { petitionTypes: { edges: readonly { node: OfferedPetition }[] } };
    const { data, subgraphRequests } = await graph.ask<Catalogue>(documents.petitionTypes, { state: 'SP', city: 'Campinas' });
    count(subgraphRequests);
    const offered = data.petitionTypes.edges.map(({ node }) => node);
    const found = offered.find(({ key }) => key === 'tree-pruning');
    expectThat(found !== undefined, `The catalogue has ${offered.map(({ name }) => name).join(', ')}`);
    return { value: undefined, result: `${offered.map(({ name }) => name).join(', ')}; ${found.name}: ${found.guidance}` };
  });
}

async function drafts(story: Story, { graph }: AccreditedCitizen): Promise<string> {
  return story.step('Begins a draft: what it is about, the request in the editor, the identity card', async ({ count }) => {
    const petitionId = await startPetition(graph, { typeKey: 'tree-pruning' });
    await graph.ask(documents.editPetition, { input: { petitionId, specification: 'Poda de ipê na Rua Barão de Jaguara, 1000' } });
    const content = '<p>Peço a <b>poda</b> do ipê em frente ao nº 1000: os galhos tocam a fiação.</p>';
    const { data, subgraphRequests } = await graph.ask<{ writePetitionDocument: { petition: { version: number } } }>(documents.writePetitionDocument, {
      input: { petitionId, role: 'PRINCIPAL', typeKey: 'requerimento', content },
    });
    count(subgraphRequests);
    const scripted = await refusalOf(
      graph.ask(documents.writePetitionDocument, { input: { petitionId, role: 'PRINCIPAL', typeKey: 'requerimento', content: `${content}<script>alert(1)</script>` } }),
    );
    await addPaper(graph, petitionId, { role: 'ESSENTIAL', typeKey: 'documento-pessoal', fileName: 'rg.pdf', conference: 'ORIGINAL' });
    return { value: petitionId, result: `version ${String(data.writePetitionDocument.petition.version)}; with a script: ${scripted}` };
  });
}

/** Scenario 4: nothing is created, and what is missing is named. */
async function isRefused(story: Story, petitioner: AccreditedCitizen, petitionId: string): Promise<void> {
  await story.step('The preview names the essential document that is missing, and filing is refused (PT-10)', async ({ count }) => {
    const { graph, citizen } = petitioner;
    const { preview, subgraphRequests } = await previewPetition(graph, petitionId);
    count(subgraphRequests);
    expectThat(preview.missing.join() === 'documento essencial: Foto do local', `Missing: ${preview.missing.join()}`);
    const authorization = await authorizationOf(graph, { documentId: petitionId, sha256: preview.sha256 }, citizen.password);
    const input = { petitionId, authorization, acceptTerm: true, role: 'Cidadã(o)' };
    const refusal = await graph.ask(documents.filePetition, { input }).then(
      () => undefined,
      (error: Error & { code?: string }) => error,
    );
    expectThat(refusal?.code === 'PETITION_INCOMPLETE' && refusal.message.includes('Foto do local'), `Refused with ${refusal?.message ?? 'nothing'}`);
    return { value: undefined, result: refusal.message };
  });
}

async function files(story: Story, petitioner: AccreditedCitizen, petitionId: string): Promise<PetitionReceipt> {
  const { graph } = petitioner;
  const sha256 = await story.step('Adds the photo; the preview says where it will go, in which unit, at which level (PT-21)', async ({ count }) => {
    const before = await previewPetition(graph, petitionId);
    await addPaper(graph, petitionId, { role: 'ESSENTIAL', typeKey: 'foto-do-local', fileName: 'ipe.pdf' });
    const { preview, subgraphRequests } = await previewPetition(graph, petitionId);
    count(subgraphRequests);
    expectThat(preview.missing.length === 0, `Missing: ${preview.missing.join()}`);
    expectThat(preview.announcement === 'Em Processo Novo na unidade PMC-PG', `Announced: ${preview.announcement}`);
    const stale = await refusalOf(filePetition(petitioner, petitionId, before.preview.sha256));
    return {
      value: preview.sha256,
      result: `${preview.announcement} (${preview.unit.name}), ${preview.processType ?? ''}, ${preview.accessLevel.label}; with the former preview: ${stale}`,
    };
  });

  return story.step('Files by the password: process and receipt at once, the same receipt when asked again (PT-06)', async ({ count }) => {
    const { receipt, subgraphRequests } = await filePetition(petitioner, petitionId, sha256);
    count(subgraphRequests);
    expectThat(/^PMC\.\d{4}\.\d{8}-\d{2}$/.test(receipt.processNumber), `Odd process number ${receipt.processNumber}`);
    return { value: receipt, result: `recibo ${receipt.number}, processo ${receipt.processNumber}, ${receipt.filedOn}` };
  });
}

async function readsReceipt(story: Story, { graph }: AccreditedCitizen, receipt: PetitionReceipt): Promise<void> {
  await story.step('Downloads the receipt, and finds it among the own receipts (PT-02)', async ({ count }) => {
    const pdf = await download(receipt.document.file);
    expectThat(pdf.subarray(0, 5).toString('latin1') === '%PDF-', 'The receipt is no PDF');
    type Mine = { myPetitions: { edges: readonly { node: { receipt: { number: string } | null } }[] } };
    const { data, subgraphRequests } = await graph.ask<Mine>(documents.myPetitions, { state: 'FILED' });
    count(subgraphRequests);
    expectThat(data.myPetitions.edges.some(({ node }) => node.receipt?.number === receipt.number), 'The receipt is not in the list');
    return { value: undefined, result: `${receipt.document.type}, ${String(pdf.length)} bytes, SHA-256 as announced` };
  });
}

async function areTold(story: Story, world: World, { citizen }: AccreditedCitizen, receipt: PetitionReceipt): Promise<void> {
  await story.step('The citizen gets a confirmation and the unit an alert, one each (PT-05)', async () => {
    const confirmation = await mailAbout(world.mailboxUrl, citizen.email, `recibo ${receipt.number}`);
    for (const part of [receipt.processNumber, 'horário oficial de Brasília', '23:59:59']) {
      expectThat(confirmation.text.includes(part), `The confirmation does not say ${part}`);
    }
    const alert = await mailAbout(world.mailboxUrl, unitMail, receipt.processNumber);
    const ours = (await mailsTo(world.mailboxUrl, unitMail)).filter(({ subject }) => subject.includes(receipt.processNumber));
    const theirs = (await mailsTo(world.mailboxUrl, citizen.email)).filter(({ subject }) => subject.includes(receipt.number));
    expectThat(ours.length === 1 && theirs.length === 1, `${String(theirs.length)} confirmations, ${String(ours.length)} alerts`);
    return { value: undefined, result: `${confirmation.subject} | ${alert.subject}` };
  });
}
