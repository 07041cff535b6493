import { connectBroker, queueDepths } from '@guiche/kit/rabbit';
import { connectMongo } from '@guiche/kit/mongo';
import { createLog } from '@guiche/kit/log';
import { eventually } from '../../scripts/src/journey/eventually.ts';
import { mailsTo } from '../../scripts/src/journey/mails.ts';
import { SERVICE_NAMES } from '../../scripts/src/infrastructure/service-names.ts';
import type { ServiceName } from '../../scripts/src/infrastructure/service-names.ts';
import type { ReadyTicket } from '../../scripts/src/journey/ready-to-approve.ts';
import type { TestWorld } from '../../scripts/src/journey/test-world.ts';

/** What one approval left behind, counted in the databases themselves. */
export interface Account {
  readonly processes: number;
  readonly terms: number;
  readonly submittedDocuments: number;
  readonly grants: number;
  readonly solutions: number;
  readonly released: number;
  readonly solvedMessages: number;
  readonly solvedMails: number;
  /** Acts with more than one audit entry. */
  readonly repeatedAudit: readonly string[];
}

/** What it leaves when it is done exactly once. */
export const once: Account = {
  processes: 1,
  terms: 1,
  submittedDocuments: 2,
  grants: 1,
  solutions: 1,
  released: 1,
  solvedMessages: 1,
  solvedMails: 1,
  repeatedAudit: [],
};

export type Ledger = Awaited<ReturnType<typeof openLedger>>;

/** Reads the five databases and the queues with the services' own credentials. */
export async function openLedger(world: TestWorld) {
  const { endpoints, mailbox } = world.stack;
  const open = (service: ServiceName) => connectMongo(endpoints[service].mongoUrl, { appName: 'ledger' });
  const databases = Object.fromEntries(SERVICE_NAMES.map((service) => [service, open(service)])) as Record<ServiceName, ReturnType<typeof open>>;
  await Promise.all(Object.values(databases).map((database) => database.asPromise()));
  const count = (service: ServiceName, collection: string, filter: object): Promise<number> =>
    databases[service].collection(collection).countDocuments(filter);

  const accountOf = async (ticket: ReadyTicket): Promise<Account> => {
    const dossier = await databases.process.collection<{ _id: string; processId: string | null }>('dossiers').findOne({ _id: ticket.id });
    const processId = dossier?.processId ?? 'none';
    const documents = await databases.process.collection('documents').find({ processId }).toArray();
    const terms = documents.filter(({ origin }) => origin === 'BORN_DIGITAL').length;
    const mails = await mailsTo(mailbox.url, ticket.citizen.email);
    const audits = await Promise.all(
      SERVICE_NAMES.map((service) => databases[service].collection('audit').find({ correlationId: ticket.correlationId }).toArray()),
    );
    const acts = audits.flat().map(({ action, entityType, entityId, after }) => JSON.stringify([action, entityType, entityId, after]));
    return {
      processes: await count('process', 'processes', { _id: processId }),
      terms,
      submittedDocuments: documents.length - terms,
      grants: await count('process', 'grants', { processId, state: 'ACTIVE' }),
      solutions: await count('ticketing', 'outbox', { aggregateId: ticket.id, type: 'guiche.ticketing.v1.TicketSolved' }),
      released: await count('identity', 'accreditations', { personId: ticket.personId, state: 'RELEASED_TERM_PENDING' }),
      solvedMessages: await count('notification', 'messages', { key: new RegExp(`^ticket-solved:${ticket.id}:`) }),
      solvedMails: mails.filter(({ subject }) => subject.includes('solucionado')).length,
      repeatedAudit: acts.filter((act, index) => acts.indexOf(act) !== index),
    };
  };

  return {
    databases,

    /** What there is of one approval, when as many mails as these have told of it. */
    accountOnceMailed: (ticket: ReadyTicket, mails = 1): Promise<Account> =>
      eventually('the mail', async () => {
        const account = await accountOf(ticket);
        return account.solvedMails >= mails ? account : undefined;
      }),

    /** How many processes of the city no dossier points to: leavings of a half-done attempt would show here. */
    async strayProcesses(): Promise<number> {
      const known = await databases.process.collection('dossiers').distinct('processId');
      return count('process', 'processes', { _id: { $nin: known as never[] } });
    },

    /** Waits until every outbox is empty and every queue of every service has nothing in it; answers what is parked. */
    async quiet(timeoutMs = 60_000): Promise<number> {
      await eventually(
        'quiet outboxes and queues',
        async () => {
          const pending = await Promise.all(SERVICE_NAMES.map((service) => count(service, 'outbox', { state: 'pending' })));
          if (pending.some((rows) => rows > 0)) return undefined;
          const depths = await depthsOf(endpoints);
          return depths.every(({ main, retry, unrouted }) => main + retry + (unrouted ?? 0) === 0) ? true : undefined;
        },
        timeoutMs,
      );
      const depths = await depthsOf(endpoints);
      return depths.reduce((sum, { parking }) => sum + parking, 0);
    },

    async close(): Promise<void> {
      await Promise.all(Object.values(databases).map((database) => database.close()));
    },
  };
}

async function depthsOf(endpoints: TestWorld['stack']['endpoints']) {
  return Promise.all(
    SERVICE_NAMES.map(async (service) => {
      const broker = await connectBroker({ url: endpoints[service].rabbitUrl, log: createLog({ service: 'ledger', level: 'fatal' }), name: 'ledger' });
      try {
        return await queueDepths(broker, service);
      } finally {
        await broker.close();
      }
    }),
  );
}
