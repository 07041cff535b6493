import { join } from 'node:path';
import { envelopeCodec } from '@guiche/contracts';
import { cityClockRepository } from '@guiche/kit/clock';
import { revokedSessionRepository } from '@guiche/kit/auth';
import { readTypeDefs } from '@guiche/kit/graphql';
import { startService } from '@guiche/kit/host';
import type { ServiceExtras } from '@guiche/kit/host';
import { fileUrls } from './adapters/files/file-urls.ts';
import { uploadPort } from './adapters/files/upload-port.ts';
import { contextOf } from './adapters/graphql/context.ts';
import { resolvers } from './adapters/graphql/resolvers.ts';
import { jobReactions } from './adapters/jobs/job-reactions.ts';
import type { TicketJobs } from './adapters/jobs/job-reactions.ts';
import { ticketSchedule } from './adapters/jobs/ticket-schedule.ts';
import { entryRepository } from './adapters/mongo/entry-repository.ts';
import { placeProjection } from './adapters/mongo/place-projection.ts';
import { registerModels } from './adapters/mongo/register-models.ts';
import { serviceRepository } from './adapters/mongo/service-repository.ts';
import { settingsRepository } from './adapters/mongo/settings-repository.ts';
import { ticketFileRepository } from './adapters/mongo/ticket-file-repository.ts';
import { ticketRepository } from './adapters/mongo/ticket-repository.ts';
import { publish } from './adapters/rabbit/publications.ts';
import { reactions } from './adapters/rabbit/subscriptions.ts';
import { topology } from './adapters/rabbit/topology.ts';
import type { TicketingConfig } from './config.ts';
import { permissions } from './permissions.ts';
import type { Resources } from './permissions.ts';
import type { Ports } from './use-cases/ports.ts';
import type { GraphQLContext } from './adapters/graphql/context.ts';

/** Wires the service and starts it; tests give a clock and crash points. */
export function startTicketingService(config: TicketingConfig, extras: ServiceExtras = {}) {
  return startService<TicketingConfig, Resources, Ports, GraphQLContext, TicketJobs>(
    {
      name: 'ticketing',
      config,
      permissions,
      typeDefs: readTypeDefs(join(import.meta.dirname, '..')),
      resolvers,
      models: registerModels,
      ports: ({ connection, counters, jobs, uploads, downloads }, session) => ({
        cityClocks: cityClockRepository(connection, session),
        services: serviceRepository(connection, session),
        tickets: ticketRepository(connection, session),
        entries: entryRepository(connection, session),
        files: ticketFileRepository(connection, session),
        uploads: uploadPort(uploads, session),
        settings: settingsRepository(connection, session),
        places: placeProjection(connection, session),
        sessions: revokedSessionRepository(connection, session),
        numbers: { next: (municipalityId, year) => counters.next(`ticket:${municipalityId}:${year}`) },
        schedule: ticketSchedule(jobs, session),
        links: fileUrls(downloads),
      }),
      context: contextOf,
      codec: envelopeCodec,
      publish,
      topology,
      reactions,
      jobs: jobReactions,
    },
    extras,
  );
}
