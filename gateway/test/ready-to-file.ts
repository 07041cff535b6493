import type { AccreditedCitizen } from '../../scripts/src/journey/accredited-citizen.ts';
import { authorizationOf } from '../../scripts/src/journey/accredited-citizen.ts';
import { eventually } from '../../scripts/src/journey/eventually.ts';
import { mailsTo } from '../../scripts/src/journey/mails.ts';
import { addPaper, previewPetition, startPetition } from '../../scripts/src/journey/petition-acts.ts';
import type { FiledPetition, PetitionReceipt } from '../../scripts/src/journey/petition-acts.ts';
import * as documents from '../../scripts/src/journey/petition-documents.ts';
import type { TestWorld } from '../../scripts/src/journey/test-world.ts';
import type { Ledger } from './ledger.ts';

/** A complete draft with the proof of will: all that is left is to file it, however often. */
export interface ReadyPetition {
  readonly id: string;
  readonly petitioner: AccreditedCitizen;
  readonly input: object;
}

/** Drafts a petition for a new process and confirms it by the password. */
export async function readyToFile(petitioner: AccreditedCitizen): Promise<ReadyPetition> {
  const { graph, citizen } = petitioner;
  const id = await startPetition(graph, { typeKey: 'tree-pruning' });
  await graph.ask(documents.editPetition, { input: { petitionId: id, specification: 'Poda de árvore' } });
  await graph.ask(documents.writePetitionDocument, { input: { petitionId: id, role: 'PRINCIPAL', typeKey: 'requerimento', content: '<p>Peço a poda.</p>' } });
  await addPaper(graph, id, { role: 'ESSENTIAL', typeKey: 'documento-pessoal', fileName: 'rg.pdf', conference: 'ORIGINAL' });
  await addPaper(graph, id, { role: 'ESSENTIAL', typeKey: 'foto-do-local', fileName: 'foto.pdf' });
  const { preview } = await previewPetition(graph, id);
  const authorization = await authorizationOf(graph, { documentId: id, sha256: preview.sha256 }, citizen.password);
  return { id, petitioner, input: { petitionId: id, authorization, acceptTerm: true, role: 'Cidadã(o)', idempotencyKey: `file-${id}` } };
}

/** One attempt, always with the same key. */
export async function fileOnce({ petitioner, input }: ReadyPetition): Promise<{ readonly receipt: PetitionReceipt; readonly replayed: boolean }> {
  const { data } = await petitioner.graph.ask<{ filePetition: FiledPetition }>(documents.filePetition, { input });
  const { petition, replayed } = data.filePetition;
  return { receipt: petition.receipt, replayed };
}

/** Files as a client does whose connection breaks: again until there is an answer. */
export async function fileUntilAnswered(petition: ReadyPetition): ReturnType<typeof fileOnce> {
  return eventually('an answer to the filing', () => fileOnce(petition).catch(() => undefined));
}

/** What there is of petitions in the databases of process and notification. */
const collections = ['processes', 'placements', 'documents', 'movements', 'grants', 'used_authorizations'] as const;

export async function countOfPetitions({ databases: { process, notification } }: Ledger): Promise<Record<string, number>> {
  const counted = collections.map(async (name) => [name, await process.collection(name).countDocuments()] as const);
  const others = [
    ['filed', process.collection('petitions').countDocuments({ state: 'FILED' })],
    ['events', process.collection('outbox').countDocuments({ type: 'guiche.process.v1.PetitionFiled' })],
    ['messages', notification.collection('messages').countDocuments({ kind: /^PETITION_/ })],
  ] as const;
  const told = others.map(async ([name, count]) => [name, await count] as const);
  return Object.fromEntries(await Promise.all([...counted, ...told]));
}

/** What one filing adds: its process with three papers and the receipt, and a line of history for each and for the petition. */
export const oneFiling = { processes: 1, placements: 1, documents: 4, movements: 5, grants: 1, used_authorizations: 1, filed: 1, events: 1, messages: 2 };

/** How many mails went to the petitioner about this receipt, and to the unit about its process, once there is one each. */
export async function mailsAboutFiling(world: TestWorld, { petitioner }: ReadyPetition, receipt: PetitionReceipt): Promise<readonly number[]> {
  const about = async (address: string, part: string): Promise<number> =>
    (await mailsTo(world.mailboxUrl, address)).filter(({ subject }) => subject.includes(part)).length;
  return eventually('both mails', async () => {
    const mails = [await about(petitioner.citizen.email, receipt.number), await about('protocolo@campinas.guiche.test', receipt.processNumber)];
    return mails.every((count) => count > 0) ? mails : undefined;
  });
}
