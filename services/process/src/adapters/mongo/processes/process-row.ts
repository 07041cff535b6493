import { Schema } from 'mongoose';
import type { OtherParty, Process, ProcessState } from '../../../domain/processes/process.ts';

export interface ProcessRow extends Omit<Process, 'id'> {
  readonly _id: string;
}

export const processSchema = new Schema<ProcessRow>(
  {
    _id: { type: String, required: true },
    municipalityId: { type: String, required: true },
    number: { type: String, required: true },
    numberKey: { type: String, required: true },
    typeKey: { type: String, required: true },
    typeName: { type: String, required: true },
    specification: { type: String, required: true },
    subjects: { type: [String], required: true },
    state: { type: String, required: true },
    accessLevel: { type: String, required: true },
    legalHypothesis: String,
    globalLevel: { type: String, required: true },
    openedAt: { type: Date, required: true },
    unitId: { type: String, required: true },
    interestedPartyIds: { type: [String], required: true },
    otherParties: { type: [new Schema<OtherParty>({ name: { type: String, required: true }, cpf: String }, { _id: false })], required: true },
    openUnitIds: { type: [String], required: true },
    unitIds: { type: [String], required: true },
    credentialedStaffIds: { type: [String], required: true },
    annexedToId: String,
    intimationsInCourse: { type: [String], required: true },
    shownByIntimations: { type: [String], required: true },
    ticketId: String,
    withdrawal: { type: new Schema({ reasonCode: String, at: Date }, { _id: false }), default: null },
    version: { type: Number, required: true },
  },
  { collection: 'processes', versionKey: false },
);

const standing: readonly ProcessState[] = ['NORMAL', 'SUSPENDED', 'ANNEXED', 'BLOCKED'];

processSchema.index({ municipalityId: 1, numberKey: 1 }, { unique: true, name: 'number' });
processSchema.index({ interestedPartyIds: 1, openedAt: -1, _id: -1 });
// PR-06: what must never be there, looked for at every scrape of the metrics.
processSchema.index({ state: 1 }, { name: 'in_intimation', partialFilterExpression: { 'intimationsInCourse.0': { $exists: true } } });
// `$gt: ''` is any text; MongoDB takes no index limited by `$type: 'string'` for a query that names the text.
processSchema.index({ annexedToId: 1, openedAt: 1, _id: 1 }, { name: 'annexes', partialFilterExpression: { annexedToId: { $gt: '' } } });
// What counts of a unit leave out for who has no credential.
processSchema.index({ openUnitIds: 1 }, { name: 'secret_in_unit', partialFilterExpression: { globalLevel: 'SECRET' } });
// The business key of the saga: a ticket never has two processes that stand.
processSchema.index(
  { ticketId: 1 },
  { unique: true, name: 'ticket', partialFilterExpression: { ticketId: { $type: 'string' }, state: { $in: standing } } },
);

export function processOf({ _id, ...process }: ProcessRow): Process {
  return { id: _id, ...process };
}
