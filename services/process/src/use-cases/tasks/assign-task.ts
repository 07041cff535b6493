import { localDate } from '@guiche/kit/calendar';
import { refuseProblems } from '@guiche/kit/errors';
import { processErrors } from '../../domain/errors.ts';
import { refuseUnlessRunning } from '../../domain/processes/guards.ts';
import { reachOf } from '../../domain/processes/reading.ts';
import type { ReadableProcess } from '../../domain/processes/reading.ts';
import type { SignatureLevel } from '../../domain/signatures/signature.ts';
import { assign } from '../../domain/tasks/task-acts.ts';
import { taskAssigned } from '../../domain/tasks/task-movements.ts';
import { datesOf, termsProblems } from '../../domain/tasks/task-terms.ts';
import type { Requirement, TaskKind } from '../../domain/tasks/task.ts';
import { staffIdOf } from '../access/confirm-terms.ts';
import { makeableAs } from '../../domain/catalogue/document-type.ts';
import { defineUseCase } from '../define.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';
import { loadAct } from '../processes/load-worked.ts';
import type { ActInUnit } from '../processes/load-worked.ts';
import { placeOf } from '../processes/place-of.ts';
import type { Ports } from '../ports.ts';
import { askSignature } from './ask-signature.ts';
import { auditOf } from './keep-decision.ts';
import { scheduleTask } from './schedule-task.ts';

export interface AssignTask extends ActInUnit {
  readonly personId: string;
  readonly kind: TaskKind;
  readonly instructions: string;
  readonly dueOn: string;
  /** At least one of each type unless told. */
  readonly requirements?: readonly { readonly typeKey: string; readonly minimum?: number | null | undefined }[] | null | undefined;
  readonly signatureLevel?: SignatureLevel | null | undefined;
  readonly documentId?: string | null | undefined;
}

/** A unit asks a person to complement, sign, take note or answer (TA-01, TA-02). */
export const assignTask = defineUseCase({
  name: 'assignTask',
  action: 'task:assign',
  load: loadAct<AssignTask>,

  async run({ input, actor, resource: worked, now, newId }, ports) {
    const { process, unit } = worked;
    const { personId, kind, instructions, dueOn, signatureLevel = null, documentId = null } = input;
    const { timeZone } = await knownMunicipality(process.municipalityId, ports);
    const wanted = (input.requirements ?? []).map(({ typeKey, minimum }) => ({ typeKey, minimum: minimum ?? 1 }));
    refuseProblems(termsProblems({ kind, instructions, dueOn, requirements: wanted, documentId }, localDate(now, timeZone)));
    refuseUnlessRunning(process);
    // SG-02: what nobody can sign with here yet is not asked for.
    if (signatureLevel !== null && signatureLevel !== 'SIMPLE') throw processErrors.SIGNATURE_METHOD_NOT_AVAILABLE();
    if (!(await mayBeAsked(personId, process, ports))) throw processErrors.TASK_PERSON_WITHOUT_ACCESS();
    const { task, event } = assign(process, {
      id: newId(),
      unitId: unit.id,
      personId,
      kind,
      instructions: instructions.trim(),
      requirements: await requirementsOf(process.municipalityId, wanted, ports),
      signatureLevel,
      documentId,
      dueOn,
      dueAt: datesOf(dueOn, { now, timeZone }).dueAt,
      assignedAt: now,
      assignedBy: staffIdOf(actor),
    });
    await askSignature(task, { worked, timeZone, newId }, ports);
    await ports.tasks.insert(task);
    await scheduleTask(task, { now, timeZone }, ports);
    await ports.movements.append([taskAssigned(placeOf(worked, { actor, now, newId }), task)]);
    return { result: { taskId: task.id }, events: [event], audit: [auditOf(null, task)] };
  },
});

/** Somebody who takes part in the process already: a task opens nothing to anybody. */
async function mayBeAsked(personId: string, process: ReadableProcess, { grants }: Pick<Ports, 'grants'>): Promise<boolean> {
  if (process.interestedPartyIds.includes(personId)) return true;
  const own = await grants.inForce(personId, [process.id]);
  return reachOf({ kind: 'person', personId }, { ...process, grants: own }).kind !== 'nothing';
}

async function requirementsOf(
  municipalityId: string,
  wanted: readonly Pick<Requirement, 'typeKey' | 'minimum'>[],
  { documentTypes }: Pick<Ports, 'documentTypes'>,
): Promise<Requirement[]> {
  const requirements: Requirement[] = [];
  for (const { typeKey, minimum } of wanted) {
    const type = makeableAs(await documentTypes.find(municipalityId, typeKey), 'UPLOAD', typeKey);
    requirements.push({ typeKey, typeName: type.name, minimum });
  }
  return requirements;
}

