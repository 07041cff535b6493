import { Schema } from 'mongoose';
import type { Ticket } from '../../domain/ticket.ts';

export interface TicketDocument extends Omit<Ticket, 'id'> {
  readonly _id: string;
  /** The number's last part, to be found by. */
  readonly sequence: number;
}

const inside = { _id: false, id: false };
const answer = new Schema({ field: String, label: String, value: String }, inside);
const settlement = new Schema(
  { id: String, state: String, startedAt: Date, endedAt: Date, approvedBy: String, text: String, failure: String },
  inside,
);
const solution = new Schema(
  { id: String, number: Number, kind: String, text: String, solvedAt: Date, solvedBy: String, acceptance: String },
  inside,
);
const openedProcess = new Schema({ id: String, number: String, link: String, openedAt: Date }, inside);

export const ticketSchema = new Schema<TicketDocument>(
  {
    _id: { type: String, required: true },
    municipalityId: { type: String, required: true },
    number: { type: String, required: true },
    sequence: { type: Number, required: true },
    serviceId: { type: String, required: true },
    serviceKey: { type: String, required: true },
    title: { type: String, required: true },
    unitId: { type: String, required: true },
    queuePath: { type: [String], required: true },
    requesterId: { type: String, required: true },
    assigneeId: { type: String, default: null },
    status: { type: String, required: true },
    openedAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    answers: { type: [answer], required: true },
    touched: { type: Boolean, required: true },
    pendingReason: { type: String, default: null },
    settlement: { type: settlement, default: null },
    solution: { type: solution, default: null },
    process: { type: openedProcess, default: null },
    openKey: { type: String, default: null },
    version: { type: Number, required: true },
  },
  { collection: 'tickets', versionKey: false, optimisticConcurrency: false },
);
ticketSchema.index({ municipalityId: 1, number: 1 }, { unique: true });
ticketSchema.index({ municipalityId: 1, sequence: 1 });
ticketSchema.index({ openKey: 1 }, { unique: true, name: 'open', partialFilterExpression: { openKey: { $gt: '' } } });
ticketSchema.index({ municipalityId: 1, unitId: 1, status: 1, openedAt: 1, _id: 1 });
ticketSchema.index({ municipalityId: 1, openedAt: 1, _id: 1 });
ticketSchema.index({ requesterId: 1, openedAt: -1, _id: -1 });

export function ticketOf({ _id, sequence, ...ticket }: TicketDocument): Ticket {
  return { id: _id, ...ticket };
}

export function documentOfTicket({ id, ...ticket }: Ticket): TicketDocument {
  return { _id: id, sequence: Number(ticket.number.split('-').at(-1)), ...ticket };
}
