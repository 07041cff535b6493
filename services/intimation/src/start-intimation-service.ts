import { join } from 'node:path';
import { envelopeCodec } from '@guiche/contracts';
import { revokedSessionRepository } from '@guiche/kit/auth';
import { readTypeDefs } from '@guiche/kit/graphql';
import { startService } from '@guiche/kit/host';
import type { ServiceExtras } from '@guiche/kit/host';
import { resolvers } from './adapters/graphql/resolvers.ts';
import { holidayBook } from './adapters/holidays/holiday-book.ts';
import { calendarPorts } from './adapters/mongo/calendar/calendar-ports.ts';
import { intimationRepository } from './adapters/mongo/issuing/intimation-repository.ts';
import { noticeRepository } from './adapters/mongo/issuing/notice-repository.ts';
import { unitRepository } from './adapters/mongo/issuing/unit-repository.ts';
import { recipientRepository } from './adapters/mongo/recipients/recipient-repository.ts';
import { typeRepositories } from './adapters/mongo/types/type-repositories.ts';
import { registerModels } from './adapters/mongo/register-models.ts';
import { publish } from './adapters/rabbit/publications.ts';
import { reactions } from './adapters/rabbit/subscriptions.ts';
import { topology } from './adapters/rabbit/topology.ts';
import type { IntimationConfig } from './config.ts';
import { permissions } from './permissions.ts';

/** Wires the service and starts it; tests give a clock and crash points. */
export function startIntimationService(config: IntimationConfig, extras: ServiceExtras = {}) {
  return startService(
    {
      name: 'intimation',
      config,
      permissions,
      typeDefs: readTypeDefs(join(import.meta.dirname, '..')),
      resolvers,
      models: registerModels,
      ports: ({ connection, counters }, session) => ({
        ...calendarPorts(connection, session),
        intimations: intimationRepository(connection, session),
        nextIntimationNumber: (municipalityId, year) => counters.next(`intimation:${municipalityId}:${year}`),
        notices: noticeRepository(connection, session),
        recipients: recipientRepository(connection, session),
        revokedSessions: revokedSessionRepository(connection, session),
        units: unitRepository(connection, session),
        ...typeRepositories(connection, session),
        holidaysOf: holidayBook,
      }),
      context: (base) => base,
      codec: envelopeCodec,
      publish,
      topology,
      reactions,
      jobs: () => ({}),
    },
    extras,
  );
}
