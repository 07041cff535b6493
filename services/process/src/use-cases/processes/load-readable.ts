import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import type { Document } from '../../domain/documents/document.ts';
import type { Grant } from '../../domain/access/grant.ts';
import type { Process } from '../../domain/processes/process.ts';
import type { ExternalAccess, ReadableDocument, ReadableProcess } from '../../domain/processes/reading.ts';
import { readerOf } from '../../permissions.ts';
import type { Ports } from '../ports.ts';

type Stores = Pick<Ports, 'processes' | 'documents' | 'grants'>;

/** Processes with the actor's own grants on them, ready to be judged. */
export async function readableProcesses(
  processes: readonly Process[],
  { grants }: Pick<Ports, 'grants'>,
  actor: Principal,
): Promise<ReadableProcess[]> {
  const reader = readerOf(actor);
  if (reader.kind !== 'person' || processes.length === 0) return processes.map((process) => ({ ...process, grants: [] }));
  const own = await grants.inForce(reader.personId, processes.map(({ id }) => id));
  return attachGrants(processes, own);
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
