import type { LocalDate } from '@guiche/kit/calendar';
import { Schema } from 'mongoose';
import { isOpenEnded } from '../../../domain/fulfilment/last-response-deadline.ts';
import { instantsOf } from '../../../domain/fulfilment/notice-instants.ts';
import type { Notice } from '../../../domain/issuing/notice.ts';
import { nameWords } from '../../../domain/recipients/name-words.ts';
import { responseOptionSchema } from './response-option-schema.ts';

export interface NoticeRow extends Omit<Notice, 'id'> {
  readonly _id: string;
  /** Whether its documents and its access count against later intimations: not once it was refused or withdrawn. */
  readonly holds: boolean;
  /** The last day that a holiday or an outage could still move: the tacit one while pending, then the last to answer. */
  readonly lastDate: LocalDate | null;
  /** The member of the staff whom it is confided to, or `everyStaffMember`: a value that counts can read off an index, as null is not. */
  readonly shownTo: string;
  /** Words of the recipient's name, as reports look for them. */
  readonly nameWords: readonly string[];
  /** When it changes by itself, unless something else comes before. */
  readonly changesAt: Date | null;
}

/** No id of anybody. */
export const everyStaffMember = '*';

const text = { type: String, required: true };
const instant = { type: Date, required: true };
const count = { type: Number, required: true };
/** Explanations are stored as they are: nothing is asked of the database about what is in them but the last day. */
const whole = Schema.Types.Mixed;

const tracked = {
  originalDate: text,
  current: { type: whole, required: true },
  moves: { type: [new Schema({ at: instant, cause: text, from: text, to: text }, { _id: false })], required: true },
};

export const noticeSchema = new Schema<NoticeRow>(
  {
    _id: text,
    municipalityId: text,
    intimationId: text,
    number: text,
    actState: text,
    holds: { type: Boolean, required: true },
    processId: text,
    processNumber: { type: String, default: null },
    unitId: text,
    confidedTo: { type: String, default: null },
    body: { type: String, default: null },
    type: { type: new Schema({ id: text, name: text, responseMode: text }, { _id: false, id: false }), required: true },
    documentIds: { type: [String], required: true },
    documentLabel: { type: String, default: null },
    accessScope: text,
    replacesPartial: { type: Boolean, required: true },
    recipient: {
      type: new Schema({ kind: text, recipientId: text, personId: text, name: { type: String, default: null } }, { _id: false }),
      required: true,
    },
    representatives: { type: [new Schema({ personId: text }, { _id: false })], required: true },
    status: text,
    requestedAt: instant,
    issuedAt: { type: Date, default: null },
    tacitDays: { type: Number, default: null },
    tacit: { type: new Schema(tracked, { _id: false }), default: null },
    fulfilment: {
      type: new Schema(
        {
          kind: text,
          on: text,
          at: instant,
          consultedAt: { type: Date, default: null },
          address: { type: String, default: null },
          userAgent: { type: String, default: null },
          by: { type: new Schema({ personId: text, name: { type: String, default: null } }, { _id: false }), default: null },
        },
        { _id: false },
      ),
      default: null,
    },
    responseOptions: { type: [responseOptionSchema], required: true },
    responseDeadlines: { type: [new Schema({ responseTypeId: text, name: text, ...tracked }, { _id: false })], required: true },
    responses: {
      type: [
        new Schema(
          { petitionId: text, responseTypeId: text, receiptNumber: { type: String, default: null }, respondedAt: instant, personId: text },
          { _id: false },
        ),
      ],
      required: true,
    },
    certificate: { type: new Schema({ documentId: text, documentNumber: text, filedAt: instant }, { _id: false }), default: null },
    version: count,
    lastDate: { type: String, default: null },
    shownTo: text,
    nameWords: { type: [String], required: true },
    changesAt: { type: Date, default: null },
  },
  { collection: 'notices', versionKey: false },
);

const holding = { partialFilterExpression: { holds: true } };
const issued = { partialFilterExpression: { actState: 'ISSUED' } };
/** IN-04, also between two units that issue at the same time: an entry for each document of the notice. */
export const noticeDocumentKey = { 'recipient.recipientId': 1, documentIds: 1 } as const;
noticeSchema.index(noticeDocumentKey, { unique: true, ...holding });
// IN-05
noticeSchema.index({ 'recipient.recipientId': 1, processId: 1 }, holding);
noticeSchema.index({ intimationId: 1, _id: 1 });
noticeSchema.index({ 'representatives.personId': 1, issuedAt: -1, _id: -1 }, issued);
// Counts by status are read off these two alone.
noticeSchema.index({ 'representatives.personId': 1, actState: 1, status: 1, issuedAt: -1, _id: -1 }, issued);
noticeSchema.index({ intimationId: 1, status: 1, _id: 1 });
// Pending tacit dates that a holiday or a moved clock touches.
noticeSchema.index({ municipalityId: 1, status: 1, 'tacit.current.date': 1, _id: 1 }, issued);

// Reports (IN-23) of a city, of units and of a process, in the orders they offer. Counts by status are read off the first two alone.
export const reportKeys = {
  cityIssued: { municipalityId: 1, actState: 1, issuedAt: -1, _id: -1, status: 1, shownTo: 1 },
  unitIssued: { municipalityId: 1, unitId: 1, actState: 1, issuedAt: -1, _id: -1, status: 1, shownTo: 1 },
  processIssued: { processId: 1, issuedAt: -1, _id: -1 },
  cityFulfilled: { municipalityId: 1, 'fulfilment.on': -1, _id: -1 },
  unitFulfilled: { municipalityId: 1, unitId: 1, 'fulfilment.on': -1, _id: -1 },
  cityDue: { municipalityId: 1, lastDate: 1, _id: 1 },
  unitDue: { municipalityId: 1, unitId: 1, lastDate: 1, _id: 1 },
} as const;
// That of `cityDue` is also for pending dates in their order, to be counted anew.
for (const key of Object.values(reportKeys)) noticeSchema.index(key, issued);
noticeSchema.index({ changesAt: 1 }, { partialFilterExpression: { changesAt: { $type: 'date' } } });
// Pending ones without a next instant: there must be none.
noticeSchema.index({ status: 1, changesAt: 1 }, issued);

export function noticeOf({ _id, holds: _holds, lastDate: _lastDate, shownTo: _shownTo, nameWords: _words, changesAt: _changesAt, ...notice }: NoticeRow): Notice {
  return { id: _id, ...notice };
}

export function noticeRowOf({ id, ...notice }: Notice): NoticeRow {
  const { fulfilTacitlyAt, markOverdueAt } = instantsOf({ id, ...notice });
  return {
    _id: id,
    ...notice,
    holds: notice.actState === 'REQUESTED' || notice.actState === 'ISSUED',
    lastDate: lastDateOf(notice),
    shownTo: notice.confidedTo ?? everyStaffMember,
    nameWords: nameWords(notice.recipient.name ?? ''),
    changesAt: fulfilTacitlyAt ?? (isOpenEnded(notice) ? null : markOverdueAt),
  };
}

function lastDateOf({ tacit, fulfilment, responseDeadlines }: Omit<Notice, 'id'>): LocalDate | null {
  if (fulfilment === null) return tacit?.current.date ?? null;
  return responseDeadlines.reduce<LocalDate | null>((last, { current }) => (last === null || current.date > last ? current.date : last), null);
}
