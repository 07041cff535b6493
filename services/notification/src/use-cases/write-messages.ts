import { formatLocalDate, formatLocalDateTime, inBrasilia } from '@guiche/kit/calendar';
import { notificationErrors } from '../domain/errors.ts';
import type { Message, MessageKind } from '../domain/message.ts';
import { wordMessage } from '../domain/wording.ts';
import type { Wording, WordingFacts } from '../domain/wording-facts.ts';
import { defineUseCase } from './define.ts';
import type { Municipality } from './ports.ts';

/** A fact that somebody has to be told. Instants are written in the municipality's time, or Brasília's where that is the law's. */
export interface NewMessage {
  /** What it is about, unique for ever. */
  readonly key: string;
  readonly kind: MessageKind;
  /** Absent when it is to a unit, or to somebody without an account. */
  readonly personId?: string;
  readonly unitId?: string;
  readonly municipalityId: string;
  readonly facts: Omit<WordingFacts, 'portalUrl' | 'processOpenedAt' | 'dueOn' | 'requestedAt' | 'filedAt' | 'issuedAt'> & {
    readonly requestedAt?: Date;
    readonly processOpenedAt?: Date;
    readonly filedAt?: Date;
    readonly issuedAt?: Date;
    readonly dueOn?: string | Date;
  };
  /** Path in the portal, used when the facts carry no link. */
  readonly path?: string;
  readonly sendTo?: { readonly email: string };
  readonly inInbox: boolean;
}

/** All that one event has to be told to whom. */
export interface WriteMessages {
  readonly messages: readonly NewMessage[];
  readonly correlationId: string;
}

/**
 * Writes the messages about one fact and schedules their e-mails; a second request about the same thing changes nothing.
 * Throws `MUNICIPALITY_UNKNOWN` while identity has not said whether it is the training one, from which no mail may leave
 * (OB-07).
 */
export const writeMessages = defineUseCase({
  name: 'writeMessages',
  action: 'message:write',
  load: ({ input }: { input: WriteMessages }) => input.messages,
  async run({ input, now, newId }, { messages, municipalities, deliveries, portalUrl }) {
    for (const asked of input.messages) {
      const city = await municipalities.find(asked.municipalityId);
      if (city === undefined) throw notificationErrors.MUNICIPALITY_UNKNOWN();
      const { key, kind, personId = null, unitId, municipalityId, sendTo, inInbox } = asked;
      const message: Message = {
        id: newId(),
        key,
        kind,
        personId,
        ...(unitId === undefined ? {} : { unitId }),
        municipalityId,
        ...wordsOf(asked, city, portalUrl),
        ...(sendTo === undefined ? {} : { sendTo }),
        inInbox,
        createdAt: now,
        delivery: { state: city.training ? 'SUPPRESSED' : 'WAITING' },
      };
      const added = await messages.add(message);
      if (added && !city.training) await deliveries.schedule(message.id, now, input.correlationId);
    }
    return { result: undefined };
  },
});

function wordsOf(message: NewMessage, { timeZone }: Municipality, portalUrl: string): Wording {
  const { processOpenedAt, requestedAt, filedAt, issuedAt, dueOn, tacitOn, formerOn, ...facts } = message.facts;
  const link = facts.link ?? (message.path === undefined ? undefined : `${portalUrl}${message.path}`);
  return wordMessage(message.kind, {
    ...facts,
    portalUrl,
    ...(link === undefined ? {} : { link }),
    ...(processOpenedAt === undefined ? {} : { processOpenedAt: formatLocalDateTime(processOpenedAt, timeZone) }),
    ...(requestedAt === undefined ? {} : { requestedAt: formatLocalDateTime(requestedAt, timeZone) }),
    ...(filedAt === undefined ? {} : { filedAt: inBrasilia(filedAt) }),
    ...(issuedAt === undefined ? {} : { issuedAt: formatLocalDateTime(issuedAt, timeZone) }),
    ...(tacitOn === undefined ? {} : { tacitOn: formatLocalDate(tacitOn) }),
    ...(formerOn === undefined ? {} : { formerOn: formatLocalDate(formerOn) }),
    ...(dueOn === undefined ? {} : { dueOn: typeof dueOn === 'string' ? formatLocalDate(dueOn) : formatLocalDateTime(dueOn, timeZone) }),
  });
}
