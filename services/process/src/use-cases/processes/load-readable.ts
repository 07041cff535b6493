import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import type { Document } from '../../domain/documents/document.ts';
import type { Grant } from '../../domain/access/grant.ts';
import type { Process } from '../../domain/processes/process.ts';
import { shareHolder } from '../../domain/signatures/share-holder.ts';
import type { ExternalAccess } from '../../domain/access/access-readings.ts';
import type { ReadableDocument, ReadableProcess, Reader } from '../../domain/processes/reading.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import type { Ports } from '../ports.ts';

type Stores = Pick<Ports, 'processes' | 'documents' | 'grants' | 'documentShares'>;

/** Processes with the actor's own grants on them, or what is shared with him and his units for signature, ready to be judged. */
export function readableProcesses(
  processes: readonly Process[],
  ports: Pick<Ports, 'grants' | 'documentShares'>,
  actor: Principal,
): Promise<ReadableProcess[]> {
  return processesAsReadBy(processes, ports, readerOf(actor));
}

/** The same for a reader who asked earlier. */
export async function processesAsReadBy(
  processes: readonly Process[],
  { grants, documentShares }: Pick<Ports, 'grants' | 'documentShares'>,
  reader: Reader,
): Promise<ReadableProcess[]> {
  const ids = processes.map(({ id }) => id);
  if (reader.kind === 'nobody' || reader.kind === 'isolated' || ids.length === 0) return attachGrants(processes, []);
  if (reader.kind === 'person') return attachGrants(processes, await grants.inForce(reader.personId, ids));
  const { staffId, unitIds } = reader;
  const holders = [shareHolder({ staffId }), ...unitIds.map((unitId) => shareHolder({ unitId }))];
  const shares = await documentShares.ofHolders(holders, ids);
  const sharedOf = (id: string): string[] => shares.flatMap(({ processId, documentId }) => (processId === id ? [documentId] : []));
  return processes.map((process) => ({ ...process, grants: [], sharedDocumentIds: sharedOf(process.id) }));
}

/** Documents with their processes, ready to be judged. */
export async function readableDocuments(documents: readonly Document[], ports: Stores, actor: Principal): Promise<ReadableDocument[]> {
  if (documents.length === 0) return [];
  const found = await ports.processes.findMany([...new Set(documents.map(({ processId }) => processId))]);
  return attachProcesses(documents, await readableProcesses(found, ports, actor));
}

export async function loadReadableDocument(id: string, ports: Stores, actor: Principal): Promise<ReadableDocument> {
  const [document] = await readableDocuments(await ports.documents.findMany([id]), ports, actor);
  if (document === undefined) throw processErrors.DOCUMENT_NOT_FOUND();
  return document;
}

/** Grants with the documents they open; `known` are all of the holder's grants on these processes. */
export async function externalAccessesOf(grants: readonly Grant[], known: readonly Grant[], ports: Stores): Promise<ExternalAccess[]> {
  const found = await ports.processes.findMany([...new Set(grants.map(({ processId }) => processId))]);
  const documents = attachProcesses(await ports.documents.findMany(grants.flatMap(({ documentIds }) => documentIds)), attachGrants(found, known));
  const byId = new Map(documents.map((document) => [document.id, document]));
  return grants.flatMap((grant) => {
    const document = byId.get(grant.documentIds[0] ?? '');
    return document === undefined || grant.personId === null ? [] : [{ ...grant, personId: grant.personId, document }];
  });
}

function attachGrants(processes: readonly Process[], grants: readonly Grant[]): ReadableProcess[] {
  return processes.map((process) => ({ ...process, grants: grants.filter(({ processId }) => processId === process.id) }));
}

function attachProcesses(documents: readonly Document[], processes: readonly ReadableProcess[]): ReadableDocument[] {
  const byId = new Map(processes.map((process) => [process.id, process]));
  return documents.flatMap((document) => {
    const process = byId.get(document.processId);
    return process === undefined ? [] : [{ ...document, process }];
  });
}
