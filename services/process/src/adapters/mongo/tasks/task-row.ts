import { Schema } from 'mongoose';
import type { Requirement, Task, TaskAnswer, TaskDecision } from '../../../domain/tasks/task.ts';

export interface TaskRow extends Omit<Task, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true };
const instant = { type: Date, required: true };
const count = { type: Number, required: true };
const plain = { _id: false, id: false };

const requirement = new Schema<Requirement>({ typeKey: text, typeName: text, minimum: count }, plain);
const answer = new Schema<TaskAnswer>({ at: instant, documentIds: { type: [String], required: true }, authorizationId: { type: String, default: null } }, plain);
const decision = new Schema<TaskDecision>({ kind: text, at: instant, staffId: text, unitId: text, reason: { type: String, default: null } }, plain);

export const taskSchema = new Schema<TaskRow>(
  {
    _id: text,
    municipalityId: text,
    processId: text,
    processNumber: text,
    unitId: text,
    personId: text,
    kind: text,
    instructions: text,
    requirements: { type: [requirement], required: true },
    signatureLevel: { type: String, default: null },
    documentId: { type: String, default: null },
    state: text,
    round: count,
    dueOn: text,
    dueAt: instant,
    assignedAt: instant,
    assignedBy: text,
    answer: { type: answer, default: null },
    decision: { type: decision, default: null },
    version: count,
  },
  { collection: 'tasks', versionKey: false },
);

taskSchema.index({ personId: 1, assignedAt: -1, _id: -1 });
taskSchema.index({ personId: 1, state: 1, assignedAt: -1, _id: -1 });
taskSchema.index({ unitId: 1, assignedAt: -1, _id: -1 });
taskSchema.index({ unitId: 1, state: 1, assignedAt: -1, _id: -1 });
taskSchema.index({ processId: 1, assignedAt: -1, _id: -1 });

export function taskOf({ _id, ...task }: TaskRow): Task {
  return { id: _id, ...task };
}
