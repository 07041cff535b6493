import { join } from 'node:path';
import { envelopeCodec } from '@guiche/contracts';
import { cityClockRepository } from '@guiche/kit/clock';
import { revokedSessionRepository } from '@guiche/kit/auth';
import { readTypeDefs } from '@guiche/kit/graphql';
import { startService } from '@guiche/kit/host';
import type { ServiceExtras } from '@guiche/kit/host';
import { resolvers } from './adapters/graphql/resolvers.ts';
import { deliverMail, recordLostMail } from './adapters/mail/deliver-mail.ts';
import type { NotificationJobs } from './adapters/mail/deliver-mail.ts';
import { createMailer } from './adapters/mail/mailer.ts';
import { messageRepository } from './adapters/mongo/message-repository.ts';
import { contactRepository, municipalityRepository, unitRepository } from './adapters/mongo/projection-repositories.ts';
import { registerModels } from './adapters/mongo/register-models.ts';
import { publish } from './adapters/rabbit/publications.ts';
import { reactions } from './adapters/rabbit/subscriptions.ts';
import { topology } from './adapters/rabbit/topology.ts';
import type { NotificationConfig } from './config.ts';
import { permissions } from './permissions.ts';
import type { Resources } from './permissions.ts';
import type { Ports } from './use-cases/ports.ts';
import type { GraphQLContext } from './adapters/graphql/context.ts';

/** Wires the service and starts it; tests give a clock and crash points. */
export function startNotificationService(config: NotificationConfig, extras: ServiceExtras = {}) {
  const mailer = createMailer({ smtpUrl: config.SMTP_URL, from: config.MAIL_FROM });
  return startService<NotificationConfig, Resources, Ports, GraphQLContext, NotificationJobs>(
    {
      name: 'notification',
      config,
      permissions,
      typeDefs: readTypeDefs(join(import.meta.dirname, '..')),
      resolvers,
      models: registerModels,
      ports: ({ connection, jobs }, session) => ({
        cityClocks: cityClockRepository(connection, session),
        messages: messageRepository(connection, session),
        contacts: contactRepository(connection, session),
        units: unitRepository(connection, session),
        municipalities: municipalityRepository(connection, session),
        revokedSessions: revokedSessionRepository(connection, session),
        deliveries: {
          async schedule(messageId, dueAt, correlationId) {
            if (session === undefined) throw new Error('A delivery is scheduled in a transaction');
            await jobs.add(session, { kind: 'deliver-mail', key: messageId, dueAt, data: { messageId, correlationId } });
          },
          async hasten(messageId) {
            if (session === undefined) throw new Error('A delivery is hastened in a transaction');
            await jobs.hasten(session, 'deliver-mail', messageId);
          },
        },
        portalUrl: config.PORTAL_URL.replace(/\/$/, ''),
      }),
      context: (base) => base,
      codec: envelopeCodec,
      publish,
      topology,
      reactions,
      jobs: (pipeline) => ({ 'deliver-mail': deliverMail(pipeline, mailer, extras.checkpoint ?? (() => undefined)) }),
      onJobFailed: recordLostMail,
      onStop: () => {
        mailer.close();
      },
    },
    extras,
  );
}
