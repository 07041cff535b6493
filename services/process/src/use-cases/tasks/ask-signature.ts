import { processErrors } from '../../domain/errors.ts';
import type { WorkedProcess } from '../../domain/processes/worked.ts';
import { requestSignature } from '../../domain/signatures/asking.ts';
import { signatureGrant } from '../../domain/signatures/signature-grant.ts';
import type { Task } from '../../domain/tasks/task.ts';
import type { Ports } from '../ports.ts';
import { refuseUnwritten } from '../signatures/refuse-unwritten.ts';

/**
 * Asks for the signature of the document of a task, and lets the person read it (SG-03, SG-05); nothing for other kinds.
 * The task tells, reminds and ends for both: the request has the task's id, no mails and no jobs of its own.
 */
export async function askSignature(
  task: Task,
  { worked: { process, unit }, timeZone, newId }: { worked: WorkedProcess; timeZone: string; newId: () => string },
  ports: Ports,
): Promise<void> {
  if (task.documentId === null) return;
  const [document] = await ports.documents.findMany([task.documentId]);
  // A unit asks for signatures of what it made itself, in this process.
  if (document?.processId !== process.id || document.unitId !== unit.id) throw processErrors.DOCUMENT_NOT_FOUND();
  await refuseUnwritten(document, ports);
  if (!(await ports.externalUsers.isReleased(task.municipalityId, task.personId))) throw processErrors.PERSON_NOT_RELEASED();
  const asked = requestSignature(document, process, {
    id: task.id,
    signer: { kind: 'person', id: task.personId },
    requestedBy: { staffId: task.assignedBy, unitId: unit.id },
    role: null,
    minimumLevel: task.signatureLevel ?? 'SIMPLE',
    methods: ['SYSTEM_PASSWORD'],
    dueOn: task.dueOn,
    expiresAt: new Date(task.dueAt.getTime() + 1),
    at: task.assignedAt,
  });
  await ports.documents.update(asked.document);
  await ports.grants.insert(signatureGrant(asked.request, asked.document, { id: newId(), timeZone }));
}
