import { cancelRequest, expireRequest } from '../../domain/signatures/asking.ts';
import { isOpen } from '../../domain/signatures/signature-request.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { Ports } from '../ports.ts';
import { releaseRequest } from '../signatures/release-request.ts';

/** A task to sign ended without the signature: so does its request, and what it opened to the person closes. */
export async function endRequest(task: Task, { at, by, reason }: { at: Date; by: string; reason: string }, ports: Ports): Promise<void> {
  if (task.documentId === null) return;
  const [document] = await ports.documents.findMany([task.documentId]);
  const open = document?.signatureRequests.find(({ id }) => id === task.id);
  if (document === undefined || open === undefined) return;
  const ended = isOpen(open, at) ? cancelRequest(document, task.id, { reason, at }) : expireRequest(document, { number: task.processNumber }, task.id);
  if (ended === undefined) return;
  await ports.documents.update(ended.document);
  await releaseRequest(ended.request, ended.document, { by, at, reason }, ports);
}
