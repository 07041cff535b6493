import { principalKey } from '@guiche/kit/auth';
import type { Principal } from '@guiche/kit/auth';
import { platformErrors } from '@guiche/kit/errors';
import { unitThatDecides } from '../../domain/access/vista.ts';
import { processErrors } from '../../domain/errors.ts';
import { refuseUnlessAlive } from '../../domain/processes/guards.ts';
import { documentFiled } from '../../domain/documents/document-movements.ts';
import { arrivedIn } from '../../domain/processes/placement.ts';
import type { Placement } from '../../domain/processes/placement.ts';
import { coveringLevel, openedIn } from '../../domain/processes/process.ts';
import type { Process } from '../../domain/processes/process.ts';
import { refuseUnlessAwaiting, resolve } from '../../domain/tasks/task-acts.ts';
import { answerDocuments, answerGrant } from '../../domain/tasks/task-answer.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { taskResolved } from '../../domain/tasks/task-movements.ts';
import { authorOf } from '../author-of.ts';
import { defineUseCase } from '../define.ts';
import { keepContents } from '../documents/keep-contents.ts';
import type { Ports } from '../ports.ts';
import { refuseStale } from '../refuse-stale.ts';
import { auditOf } from './keep-decision.ts';
import { loadReadableTask } from './load-task.ts';
import { prepareAnswer } from './prepare-answer.ts';
import type { ResolveTask } from './prepare-answer.ts';

/**
 * A person does what a unit asked (Resolver pendência, TA-01): what was sent enters the process as documents, all of them
 * or none, and the unit sees the process in red again, still with its assignee.
 */
export const resolveTask = defineUseCase({
  name: 'resolveTask',
  action: 'task:resolve',
  load: ({ input, actor }: { input: ResolveTask; actor: Principal }, ports) => loadReadableTask(input.taskId, ports, actor),

  async prepare({ input, actor, resource: task, now }, ports) {
    refuseStale(task, input.expectedVersion);
    refuseUnlessAwaiting(task, now);
    refuseUnlessAlive(task.process);
    await refuseUnlessSigned(task, ports);
    return prepareAnswer(task, input, { actor, now }, ports);
  },

  async run({ input, actor, resource: { process: readable, ...task }, prepared, now, newId }, ports) {
    if (task.version !== prepared.version) throw platformErrors.STALE_VERSION();
    const { grants: _own, ...before } = readable;
    refuseUnlessAlive(before);
    const { id: taskId, processId, municipalityId } = task;
    const { papers, signature, authorization, rendered, on } = prepared;
    const documents = answerDocuments(task, papers, { signature, at: now, newId });
    const documentIds = documents.map(({ id }) => id);
    const answered = resolve(task, { at: now, documentIds, authorizationId: authorization?.id ?? null });
    const { unitId, placements } = await receivingUnit({ task, process: before }, ports);
    const process = documents.reduce<Process>((so, { accessLevel }) => coveringLevel(so, accessLevel, { kind: 'staff', id: task.assignedBy }), openedIn(before, unitId));
    const place = () => ({ id: newId(), processId, municipalityId, at: now, unitId, by: authorOf(actor) });

    if (authorization !== null) await ports.authorizations.consume(authorization, now);
    await ports.uploads.take((input.documents ?? []).map(({ uploadId }) => uploadId), principalKey(actor), `task:${taskId}`);
    await ports.keepFiles(rendered);
    if (documents.length > 0) {
      await ports.documents.insertMany(documents);
      await keepContents(documents, papers.map(({ html }) => html), ports);
      await ports.grants.insert(answerGrant(task, { id: newId(), documentIds, at: now, on }));
    }
    if (process !== before) await ports.processes.update({ ...process, version: before.version + 1 });
    await ports.placements.save(arrivedIn(placements.find((placement) => placement.unitId === unitId), { process, unitId, at: now }));
    await ports.movements.append([taskResolved(place(), task), ...documents.map((document) => documentFiled(place(), document))]);
    await ports.tasks.update(answered.task);
    return { result: { taskId }, events: [answered.event], audit: [auditOf(task, answered.task)] };
  },
});

/** The unit that asked, or the one that has the process by now when that one is closed (PT-22). */
async function receivingUnit(
  { task: { unitId }, process }: { task: Task; process: Process },
  ports: Pick<Ports, 'placements' | 'units'>,
): Promise<{ unitId: string; placements: Placement[] }> {
  const placements = await ports.placements.ofProcess(process.id);
  const unit = await ports.units.find(unitId);
  return { unitId: unit?.active === true ? unitId : unitThatDecides(process, placements), placements };
}

/** The document of a task to sign has the person's signature before the task is completed (SG-03). */
async function refuseUnlessSigned({ documentId, personId }: Task, { documents }: Pick<Ports, 'documents'>): Promise<void> {
  if (documentId === null) return;
  const [document] = await documents.findMany([documentId]);
  if (document?.signatures.some(({ signerId }) => signerId === personId) !== true) throw processErrors.TASK_DOCUMENT_NOT_SIGNED();
}
