import { contracts, decodeEvent, envelopeCodec, PersonContactChanged_Reason as Reason, publicationOf } from '@guiche/contracts';
import type { EventData, EventType } from '@guiche/contracts';
import type { ServiceExtras } from '@guiche/kit/host';
import { serviceRig, waitFor } from '@guiche/kit/testing';
import type { ServiceRig } from '@guiche/kit/testing';
import type { mongo } from 'mongoose';
import type { MessageDocument } from '../adapters/mongo/message-document.ts';
import { startNotificationService } from '../start-notification-service.ts';
import { startMailServer } from './mail-server.ts';
import type { MailServer } from './mail-server.ts';

/** Where the portal of the tests would be. */
export const portalUrl = 'https://portal.test';

/** An event of another service. `times` sends the same one that often. */
export interface Said<Name extends EventType = EventType> {
  readonly type: Name;
  readonly data: EventData<Name>;
  /** Of its aggregate. */
  readonly id: string;
  readonly seq: number;
  readonly eventId?: string;
  readonly times?: number;
  readonly city?: string;
}

export interface NotificationRig extends ServiceRig<Awaited<ReturnType<typeof startNotificationService>>> {
  readonly mail: MailServer;
  say<Name extends EventType>(event: Said<Name>): Promise<void>;
  /** Makes a municipality known. */
  configure(municipalityId: string, training?: boolean): Promise<void>;
  /** Makes known how to reach a person: `<personId>@example.org`. */
  confirm(personId: string, fullName?: string): Promise<void>;
  /** All messages to a person as they are stored, in the order they were written. */
  messagesTo(personId: string): Promise<MessageDocument[]>;
  /** Waits until a person has so many messages whose delivery has come to this state. */
  settled(personId: string, state: MessageDocument['delivery']['state'], count?: number): Promise<MessageDocument[]>;
  /** Waits until so many copies of events already taken have been thrown away, since the start. */
  absorbed(copies: number): Promise<unknown>;
  /** What this service said about a message, oldest first. */
  said(messageId: string): Promise<{ type: string; data: unknown }[]>;
}

/** The whole service, a mail server for it, and events of others. */
export async function startRig(extras: Pick<ServiceExtras, 'checkpoint'> = {}): Promise<NotificationRig> {
  const mail = await startMailServer();
  const rig = await serviceRig({
    codec: envelopeCodec,
    exchanges: ['ev.identity', 'ev.identity.contact', 'ev.intimation', 'ev.process', 'ev.process.contact', 'ev.ticketing'],
    async start(settings, given) {
      const own = { SMTP_URL: mail.url, MAIL_FROM: 'Guichê <nao-responda@guiche.test>', PORTAL_URL: portalUrl };
      const service = await startNotificationService({ ...settings, ...own }, { ...given, ...extras });
      let closed: Promise<void> | undefined;
      return { ...service, close: () => (closed ??= service.close()) };
    },
  });
  // Outlives the service, which a test may close.
  const { connection } = rig.database;

  const say = async <Name extends EventType>({ type, data, id, seq, times = 1, city = 'campinas', eventId = `${id}-${String(seq)}` }: Said<Name>): Promise<void> => {
    const event = { ...publicationOf(type, data), aggregate: { type: contracts[type].aggregate, id }, seq, tenantId: city, eventId };
    for (let time = 0; time < times; time += 1) await rig.deliver(event);
  };
  const messagesTo = (personId: string): Promise<MessageDocument[]> =>
    connection.collection<MessageDocument>('messages').find({ personId }).sort({ $natural: 1 }).toArray();

  const duplicates = async (): Promise<number> => {
    const metric = await rig.service.parts.metrics.getSingleMetric('guiche_deliveries_duplicates_absorbed_total')?.get();
    return metric?.values[0]?.value ?? 0;
  };

  return {
    ...rig,
    mail,
    say,
    messagesTo,
    async configure(municipalityId, training = false) {
      await say({ type: 'guiche.identity.v1.MunicipalityConfigured', data: { ...campinas, municipalityId, training }, id: municipalityId, seq: 1 });
      await waitFor(() => connection.collection<{ _id: string }>('municipalities').findOne({ _id: municipalityId }), { describe: `${municipalityId} known` });
    },
    async confirm(personId, fullName = 'Ana Prado') {
      const data = { ...contactOf(personId), fullName, reason: Reason.CONFIRMED };
      await say({ type: 'guiche.identity.v1.PersonContactChanged', data, id: personId, seq: 1 });
      await waitFor(() => connection.collection<{ _id: string }>('contacts').findOne({ _id: personId }), { describe: `${personId} known` });
    },
    settled: (personId, state, count = 1) =>
      waitFor(
        async () => {
          const found = (await messagesTo(personId)).filter(({ delivery }) => delivery.state === state);
          return found.length >= count ? found : undefined;
        },
        { describe: async () => `${String(count)} ${state} of ${JSON.stringify(await messagesTo(personId))}`, timeoutMs: 30_000 },
      ),
    absorbed: (copies) => waitFor(async () => (await duplicates()) >= copies, { describe: async () => `${String(copies)} copies, there are ${String(await duplicates())}` }),
    async said(messageId) {
      const rows = await connection.collection<{ bytes: mongo.Binary }>('outbox').find({ aggregateId: messageId }).sort({ seq: 1 }).toArray();
      return rows.map(({ bytes }) => {
        const { type, payload } = envelopeCodec.decode(bytes.buffer);
        return { type, data: decodeEvent(type as EventType, payload) };
      });
    },
    async stop() {
      await rig.stop();
      await mail.close();
    },
  };
}

/** What identity says of how to reach somebody. */
export function contactOf(personId: string): EventData<'guiche.identity.v1.PersonContactChanged'> {
  return {
    personId,
    municipalityId: 'campinas',
    fullName: 'Ana Prado',
    email: `${personId}@example.org`,
    mobile: '',
    reason: Reason.CONFIRMED,
  };
}

const campinas: EventData<'guiche.identity.v1.MunicipalityConfigured'> = {
  municipalityId: 'campinas',
  name: 'Prefeitura Municipal de Campinas',
  acronym: 'PMC',
  timeZone: 'America/Sao_Paulo',
  state: 'SP',
  city: 'Campinas',
  termDeadlineDays: 15,
  training: false,
};
