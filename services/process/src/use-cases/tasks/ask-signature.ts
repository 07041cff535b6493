import type { WorkedProcess } from '../../domain/processes/reading.ts';
import { reachOf, reaches } from '../../domain/processes/reading.ts';
import { cancelGrant } from '../../domain/access/grant.ts';
import { processErrors } from '../../domain/errors.ts';
import { askedToSign, noLongerAsked, signatureAccess } from '../../domain/tasks/task-signature.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { Principal } from '@guiche/kit/auth';
import { readerOf } from '../../permissions.ts';
import type { Ports } from '../ports.ts';

type Stores = Pick<Ports, 'documents' | 'grants'>;

/** Asks for the signature of the document of a task, and lets the person read it (SG-03, SG-05); nothing for other kinds. */
export async function askSignature(
  task: Task,
  { worked: { process }, actor, on, newId }: { worked: WorkedProcess; actor: Principal; on: string; newId: () => string },
  { documents, grants }: Stores,
): Promise<void> {
  if (task.documentId === null) return;
  const [document] = await documents.findMany([task.documentId]);
  const isSeen = document?.processId === process.id && reaches(reachOf(readerOf(actor), process), document);
  if (document === undefined || !isSeen) throw processErrors.DOCUMENT_NOT_FOUND();
  await documents.update(askedToSign(document, task));
  await grants.insert(signatureAccess(task, document, { id: newId(), on }));
}

/** Takes the request and its access back, unless the person has signed. */
export async function withdrawRequest(task: Task, { at, by, reason }: { at: Date; by: string; reason: string }, { documents, grants }: Stores): Promise<void> {
  const { documentId } = task;
  if (documentId === null) return;
  const [document] = await documents.findMany([documentId]);
  if (document === undefined) return;
  const after = noLongerAsked(document, task, at);
  if (after === document) return;
  await documents.update(after);
  const opened = (await grants.ofProcess(task.processId)).filter(
    (grant) => grant.personId === task.personId && grant.purpose === 'SIGNATURE' && grant.state === 'ACTIVE' && grant.documentIds.includes(documentId),
  );
  for (const grant of opened) await grants.update(cancelGrant(grant, { by, at, reason }));
}
