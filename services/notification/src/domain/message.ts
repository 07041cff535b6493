import type { MessageDelivered, MessageFailed } from './events.ts';
import { accessMessageKinds } from './wording-of-access.ts';
import { noticeMessageKinds } from './wording-of-notices.ts';
import { petitionMessageKinds } from './wording-of-petitions.ts';
import { signatureMessageKinds } from './wording-of-signatures.ts';
import { taskMessageKinds } from './wording-of-tasks.ts';

export const messageKinds = [
  'EMAIL_CONFIRMATION',
  'ALREADY_REGISTERED',
  'TICKET_PENDING',
  'TICKET_SOLVED',
  'TICKET_REFUSED',
  'TERM_REMINDER',
  'TERM_SIGNED',
  'ACCREDITATION_BLOCKED',
  'ACCREDITATION_UNBLOCKED',
  ...accessMessageKinds,
  ...noticeMessageKinds,
  ...petitionMessageKinds,
  ...signatureMessageKinds,
  ...taskMessageKinds,
] as const;

export type MessageKind = (typeof messageKinds)[number];

/** How far the e-mail of a message is. */
export type Delivery =
  | { readonly state: 'WAITING' }
  | { readonly state: 'SENT'; readonly sentAt: Date }
  | { readonly state: 'FAILED'; readonly reason: string }
  | { readonly state: 'SUPPRESSED' };

/**
 * A message to a person. It exists whether or not its e-mail arrives: validity never depends on delivery (NT-01).
 * `key` is what it is about, unique for ever, so the same fact never makes two messages.
 */
export interface Message {
  readonly id: string;
  readonly key: string;
  readonly kind: MessageKind;
  /** Null when it is to a unit, or to somebody without an account. */
  readonly personId: string | null;
  /** A unit of the city hall, which is reached at its own address. */
  readonly unitId?: string;
  readonly municipalityId: string;
  readonly subject: string;
  readonly text: string;
  readonly link?: string;
  /** Only where it must go to an address that is not (yet) the person's confirmed one. */
  readonly sendTo?: { readonly email: string };
  /** Whether the person finds it among the own messages. */
  readonly inInbox: boolean;
  readonly createdAt: Date;
  readonly readAt?: Date;
  readonly delivery: Delivery;
}

/** The Message-ID of the e-mail: the same at every attempt, so that a second copy is recognised as one. */
export function mailMessageId({ id }: Pick<Message, 'id'>): string {
  return `<${id}@guiche>`;
}

/** The mail server took it. `undefined` when that, or its end, had been recorded before. */
export function markSent(message: Message, at: Date): { state: Message; events: readonly [MessageDelivered] } | undefined {
  if (message.delivery.state !== 'WAITING') return undefined;
  const event: MessageDelivered = { type: 'MessageDelivered', ...about(message), data: facts(message) };
  return { state: settled(message, { state: 'SENT', sentAt: at }), events: [event] };
}

/** It will not be sent any more. */
export function markFailed(message: Message, reason: string): { state: Message; events: readonly [MessageFailed] } | undefined {
  if (message.delivery.state !== 'WAITING') return undefined;
  const event: MessageFailed = { type: 'MessageFailed', ...about(message), data: { ...facts(message), reason } };
  return { state: settled(message, { state: 'FAILED', reason }), events: [event] };
}

/** Read by its owner; the first time counts. */
export function markRead(message: Message, at: Date): Message {
  return message.readAt === undefined ? { ...message, readAt: at } : message;
}

/** What never shows in the inbox need not be kept: it may hold an unconfirmed address, a one-use token or code. */
function settled(message: Message, delivery: Delivery): Message {
  const { sendTo, link, ...rest } = message;
  if (message.inInbox) return { ...message, delivery };
  return { ...rest, ...(message.kind === 'ISOLATED_ACCESS_CODE' ? { text: 'Não guardado depois do envio.' } : {}), delivery };
}

function about({ id, municipalityId }: Message): { aggregate: { type: 'message'; id: string }; tenantId: string } {
  return { aggregate: { type: 'message', id }, tenantId: municipalityId };
}

function facts({ id, kind, personId }: Message): MessageDelivered['data'] {
  return { messageId: id, template: kind, personId: personId ?? '' };
}
