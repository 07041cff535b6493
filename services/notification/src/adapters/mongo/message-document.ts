import { Schema } from 'mongoose';
import { messageKinds } from '../../domain/message.ts';
import type { Delivery, Message } from '../../domain/message.ts';

export interface MessageDocument extends Omit<Message, 'id' | 'delivery'> {
  readonly _id: string;
  readonly delivery: { state: Delivery['state']; sentAt?: Date | null; reason?: string | null };
}

export const messageSchema = new Schema<MessageDocument>(
  {
    _id: { type: String, required: true },
    key: { type: String, required: true, unique: true },
    kind: { type: String, required: true, enum: messageKinds },
    personId: { type: String, default: null },
    unitId: String,
    municipalityId: { type: String, required: true },
    subject: { type: String, required: true },
    text: { type: String, required: true },
    link: String,
    sendTo: { type: new Schema({ email: String }, { _id: false }) },
    inInbox: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
    readAt: Date,
    delivery: {
      type: new Schema({ state: { type: String, required: true }, sentAt: Date, reason: String }, { _id: false }),
      required: true,
    },
  },
  { collection: 'messages', versionKey: false },
);
messageSchema.index({ personId: 1, inInbox: 1, createdAt: -1, _id: -1 });

export function messageOf({ _id, delivery, ...rest }: MessageDocument): Message {
  return { ...rest, id: _id, delivery: deliveryOf(delivery) };
}

export function documentOf({ id, ...rest }: Message): MessageDocument {
  return { ...rest, _id: id };
}

function deliveryOf({ state, sentAt, reason }: MessageDocument['delivery']): Delivery {
  switch (state) {
    case 'WAITING':
    case 'SUPPRESSED':
      return { state };
    case 'SENT':
      return { state, sentAt: sentAt ?? new Date(0) };
    case 'FAILED':
      return { state, reason: reason ?? '' };
  }
}
