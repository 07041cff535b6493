import type { GraphClient } from '../graph/graph-client.ts';
import { authorizationOf } from './accredited-citizen.ts';
import type { AccreditedCitizen } from './accredited-citizen.ts';
import { expectThat } from './expect-that.ts';
import * as documents from './petition-documents.ts';
import { samplePdf } from './sample-pdf.ts';
import { sendFile } from './send-file.ts';

/** What signing would do, as it is told before. */
export interface PreviewedPetition {
  readonly announcement: string;
  readonly rule: string | null;
  readonly relatedProcessNumber: string | null;
  readonly unit: { readonly id: string; readonly name: string };
  readonly processType: string | null;
  readonly accessLevel: { readonly label: string };
  readonly missing: readonly string[];
  readonly sha256: string;
}

export interface PetitionReceipt {
  readonly number: string;
  readonly processNumber: string;
  readonly relatedProcessNumber: string | null;
  readonly filedOn: string;
  readonly process: { readonly id: string };
  readonly document: { readonly id: string; readonly type: string; readonly file: { readonly sha256: string; readonly downloadUrl: string } };
}

export interface FiledPetition {
  readonly replayed: boolean;
  readonly petition: { readonly state: { readonly label: string }; readonly receipt: PetitionReceipt };
}

/** What a petition is for: a new process, one that exists, or the answer to an intimation. At Campinas unless told. */
export type PetitionTarget = ({ readonly typeKey: string } | { readonly processNumber: string } | { readonly noticeId: string; readonly responseTypeId: string }) & {
  readonly municipalityId?: string;
};

/** Begins a petition. */
export async function startPetition(graph: GraphClient, target: PetitionTarget): Promise<string> {
  type Answer = { startPetition: { petition: { id: string } } };
  const { data } = await graph.ask<Answer>(documents.startPetition, { input: { municipalityId: 'campinas', ...target } });
  return data.startPetition.petition.id;
}

/** Adds a PDF with one line of text, which has to be ASCII. */
export async function addPaper(
  graph: GraphClient,
  petitionId: string,
  { fileName, ...paper }: { readonly role: 'ESSENTIAL' | 'COMPLEMENTARY'; readonly typeKey: string; readonly fileName: string; readonly conference?: string },
): Promise<void> {
  const uploadId = await sendFile(graph, { fileName, mediaType: 'application/pdf', bytes: samplePdf(`Arquivo ${fileName}`) }, 'process');
  await graph.ask(documents.addPetitionDocument, { input: { petitionId, uploadId, ...paper } });
}

export async function previewPetition(graph: GraphClient, petitionId: string) {
  const { data, subgraphRequests } = await graph.ask<{ previewPetition: PreviewedPetition }>(documents.previewPetition, { petitionId });
  return { preview: data.previewPetition, subgraphRequests };
}

/** Confirms by the password what was previewed, and files; the answer of a second time with the same key is looked at too. */
export async function filePetition({ graph, citizen }: AccreditedCitizen, petitionId: string, sha256: string) {
  const authorization = await authorizationOf(graph, { documentId: petitionId, sha256 }, citizen.password);
  const input = { petitionId, authorization, acceptTerm: true, role: 'Cidadã(o)', idempotencyKey: `file-${petitionId}` };
  const { data, subgraphRequests } = await graph.ask<{ filePetition: FiledPetition }>(documents.filePetition, { input });
  const again = await graph.ask<{ filePetition: FiledPetition }>(documents.filePetition, { input });
  const { receipt } = data.filePetition.petition;
  expectThat(!data.filePetition.replayed && again.data.filePetition.replayed, 'The second answer does not say that it is the first again');
  expectThat(again.data.filePetition.petition.receipt.number === receipt.number, 'The same key filed twice');
  return { receipt, subgraphRequests };
}
