import type { Grant } from '../access/grant.ts';
import type { Document } from '../documents/document.ts';
import { processErrors } from '../errors.ts';
import { awaitsSignatureOf } from '../signatures/sign.ts';
import { changed, newRequest } from '../signatures/signature-request.ts';
import { isBy } from '../signatures/signature.ts';
import type { Task } from './task.ts';

type Asked = Pick<Task, 'id' | 'personId' | 'unitId' | 'assignedBy' | 'assignedAt' | 'signatureLevel' | 'dueOn' | 'dueAt'>;

/** The document of a task to sign, with the person asked: once per person and document (SG-05). */
export function askedToSign(document: Document, task: Asked): Document {
  const signer = { kind: 'person', id: task.personId } as const;
  refuseUnsignable(document, task);
  if (document.signatures.some((signature) => isBy(signature, signer))) throw processErrors.DOCUMENT_ALREADY_SIGNED();
  if (awaitsSignatureOf(document, signer)) throw processErrors.TASK_SIGNATURE_ASKED_BEFORE();
  const request = newRequest({
    id: task.id,
    signer,
    at: task.assignedAt,
    requestedBy: { staffId: task.assignedBy, unitId: task.unitId },
    minimumLevel: task.signatureLevel ?? 'SIMPLE',
    dueOn: task.dueOn,
    expiresAt: new Date(task.dueAt.getTime() + 1),
  });
  return {
    ...document,
    signatureRequests: [...document.signatureRequests, request],
    signatureRequestedAt: task.assignedAt,
    version: document.version + 1,
  };
}

/** The document once its task was cancelled; the same when the request is not open any more. */
export function noLongerAsked(document: Document, { id }: Pick<Task, 'id'>, at: Date): Document {
  const request = document.signatureRequests.find((candidate) => candidate.id === id);
  if (request === undefined || (request.state !== 'REQUESTED' && request.state !== 'VIEWED')) return document;
  const signatureRequests = changed(document.signatureRequests, { ...request, state: 'CANCELLED', endedAt: at });
  return { ...document, signatureRequests, version: document.version + 1 };
}

/** What lets the person read the document that waits for him, drafts included (AE-06, A). */
export function signatureAccess(
  task: Asked & Pick<Task, 'municipalityId' | 'processId'>,
  document: Pick<Document, 'id' | 'type'>,
  { id, on }: { id: string; on: string },
): Grant {
  const { municipalityId, processId, personId, assignedAt, assignedBy, unitId } = task;
  return {
    id,
    municipalityId,
    processId,
    purpose: 'SIGNATURE',
    scope: 'PARTIAL',
    documentIds: [document.id],
    personId,
    recipient: null,
    label: document.type,
    state: 'ACTIVE',
    reason: null,
    grantedBy: { staffId: assignedBy, unitId },
    createdAt: assignedAt,
    releasedAt: assignedAt,
    releasedOn: on,
    expiresAt: null,
    cancellation: null,
    version: 1,
  };
}

/** A unit asks for signatures of what it made itself, in the system (SG-04). */
function refuseUnsignable({ unitId, origin, state, file }: Document, task: Asked): void {
  if (unitId !== task.unitId) throw processErrors.DOCUMENT_NOT_FOUND();
  if (origin !== 'BORN_DIGITAL' || (state !== 'DRAFT' && state !== 'SIGNED')) throw processErrors.DOCUMENT_NOT_SIGNABLE();
  if (state === 'DRAFT' && file.size === 0) throw processErrors.DRAFT_WITHOUT_CONTENT();
}
