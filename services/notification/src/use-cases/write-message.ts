import { formatLocalDate, formatLocalDateTime } from '@guiche/kit/calendar';
import { notificationErrors } from '../domain/errors.ts';
import type { Message, MessageKind } from '../domain/message.ts';
import { wordMessage } from '../domain/wording.ts';
import type { WordingFacts } from '../domain/wording-facts.ts';
import { defineUseCase } from './define.ts';

/** A fact that somebody has to be told. Instants are written in the municipality's time. */
export interface WriteMessage {
  /** What it is about, unique for ever. */
  readonly key: string;
  readonly kind: MessageKind;
  /** Absent when it is to a unit, or to somebody without an account. */
  readonly personId?: string;
  readonly unitId?: string;
  readonly municipalityId: string;
  readonly facts: Omit<WordingFacts, 'portalUrl' | 'processOpenedAt' | 'dueOn' | 'requestedAt'> & {
    readonly requestedAt?: Date;
    readonly processOpenedAt?: Date;
    readonly dueOn?: string | Date;
  };
  /** Path in the portal, used when the facts carry no link. */
  readonly path?: string;
  readonly sendTo?: { readonly email: string };
  readonly inInbox: boolean;
  readonly correlationId: string;
}

/**
 * Writes one message and schedules its e-mail; a second request about the same thing changes nothing. Throws
 * `MUNICIPALITY_UNKNOWN` while identity has not said whether it is the training one, from which no mail may leave (OB-07).
 */
export const writeMessage = defineUseCase({
  action: 'message:write',
  load: ({ input }: { input: WriteMessage }) => input,
  async run({ input, now, newId }, { messages, municipalities, deliveries, portalUrl }) {
    const { key, kind, personId = null, unitId, municipalityId, sendTo, inInbox } = input;
    const city = await municipalities.find(municipalityId);
    if (city === undefined) throw notificationErrors.MUNICIPALITY_UNKNOWN();
    const { timeZone } = city;
    const { processOpenedAt, requestedAt, dueOn, ...facts } = input.facts;
    const link = facts.link ?? (input.path === undefined ? undefined : `${portalUrl}${input.path}`);
    const words = wordMessage(kind, {
      ...facts,
      portalUrl,
      ...(link === undefined ? {} : { link }),
      ...(processOpenedAt === undefined ? {} : { processOpenedAt: formatLocalDateTime(processOpenedAt, timeZone) }),
      ...(requestedAt === undefined ? {} : { requestedAt: formatLocalDateTime(requestedAt, timeZone) }),
      ...(dueOn === undefined ? {} : { dueOn: typeof dueOn === 'string' ? formatLocalDate(dueOn) : formatLocalDateTime(dueOn, timeZone) }),
    });
    const message: Message = {
      id: newId(),
      key,
      kind,
      personId,
      ...(unitId === undefined ? {} : { unitId }),
      municipalityId,
      ...words,
      ...(sendTo === undefined ? {} : { sendTo }),
      inInbox,
      createdAt: now,
      delivery: { state: city.training ? 'SUPPRESSED' : 'WAITING' },
    };
    const added = await messages.add(message);
    if (added && !city.training) await deliveries.schedule(message.id, now, input.correlationId);
    return { result: added };
  },
});
