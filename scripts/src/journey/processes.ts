import type { GraphClient } from '../graph/graph-client.ts';
import * as documents from './process-documents.ts';
import { samplePdf } from './sample-pdf.ts';
import { sendFile } from './send-file.ts';

/** Protocolo Geral of Campinas, where the journeys' clerk works. */
export const protocoloGeral = 'campinas-protocolo-geral';

export interface OpenedProcess {
  readonly id: string;
  readonly number: string;
}

export interface IncludedDocument {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** Opens a process in Protocolo Geral: a public general request unless `change` says something else. */
export async function openProcess(clerk: GraphClient, specification: string, change: object = {}): Promise<OpenedProcess> {
  const input = { unitId: protocoloGeral, typeKey: 'general-request', specification, accessLevel: 'PUBLIC', ...change };
  const { data } = await clerk.ask<{ openProcess: { process: OpenedProcess } }>(documents.openProcess, { input });
  return data.openProcess.process;
}

/** Includes a PDF with one line of text, which has to be ASCII. */
export async function includePdf(
  clerk: GraphClient,
  process: OpenedProcess,
  { title, text, ...change }: { readonly title: string; readonly text: string; readonly unitId?: string; readonly accessLevel?: string; readonly legalHypothesis?: string },
): Promise<IncludedDocument> {
  const uploadId = await sendFile(clerk, { fileName: 'documento.pdf', mediaType: 'application/pdf', bytes: samplePdf(text) }, 'process');
  const input = { processId: process.id, unitId: protocoloGeral, typeKey: 'anexo', title, uploadId, ...change };
  const { data } = await clerk.ask<{ includeFile: { document: IncludedDocument } }>(documents.includeFile, { input });
  return data.includeFile.document;
}
