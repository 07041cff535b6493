import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { envelopeCodec } from '@guiche/contracts';
import { cityClockRepository } from '@guiche/kit/clock';
import { localKeySet, parseKeySet, publicKeys, signingKeyOf } from '@guiche/kit/auth';
import { altchaChallenges } from '@guiche/kit/challenge';
import { readTypeDefs } from '@guiche/kit/graphql';
import { startService } from '@guiche/kit/host';
import type { ServiceExtras } from '@guiche/kit/host';
import { argon2Passwords } from './adapters/argon2/argon2-passwords.ts';
import { sheetFiles } from './adapters/files/sheet-files.ts';
import { resolvers } from './adapters/graphql/resolvers.ts';
import { jwksRoute } from './adapters/http/jwks-route.ts';
import { termJobReactions } from './adapters/jobs/term-job-reactions.ts';
import type { TermJobData } from './adapters/jobs/term-jobs.ts';
import { termJobs } from './adapters/jobs/term-jobs.ts';
import { accreditationRepository } from './adapters/mongo/accreditation-repository.ts';
import { municipalityRepository } from './adapters/mongo/municipality-repository.ts';
import { personRepository } from './adapters/mongo/person-repository.ts';
import { preRegistrationRepository } from './adapters/mongo/pre-registration-repository.ts';
import { registerModels } from './adapters/mongo/register-models.ts';
import { sessionRepository } from './adapters/mongo/session-repository.ts';
import { spentChallengeRepository } from './adapters/mongo/spent-challenge-repository.ts';
import { staffRepository } from './adapters/mongo/staff-repository.ts';
import { mongoThrottle } from './adapters/mongo/mongo-throttle.ts';
import { tieRepository } from './adapters/mongo/tie-repository.ts';
import { unitRepository } from './adapters/mongo/unit-repository.ts';
import { publish } from './adapters/rabbit/publications.ts';
import { reactions } from './adapters/rabbit/subscriptions.ts';
import { topology } from './adapters/rabbit/topology.ts';
import { confirmationTokens } from './adapters/tokens/confirmation-tokens.ts';
import { createMint } from './adapters/tokens/mint.ts';
import { refreshTokens } from './adapters/tokens/refresh-tokens.ts';
import type { IdentityConfig } from './config.ts';
import { permissions } from './permissions.ts';
import type { Resources } from './permissions.ts';
import type { GraphQLContext } from './adapters/graphql/context.ts';
import type { Ports } from './use-cases/ports.ts';

/** Wires the service and starts it; tests give a clock and crash points. */
export function startIdentityService(config: IdentityConfig, extras: ServiceExtras = {}) {
  const signingKeys = parseKeySet(readFileSync(config.SIGNING_KEYS_FILE, 'utf8'));
  const passwords = argon2Passwords();
  return startService<IdentityConfig, Resources, Ports, GraphQLContext, TermJobData>(
    {
      name: 'identity',
      config,
      permissions,
      // Sessions, passwords and proofs are of no city; neither is the moving of a clock.
      onCityTime: (action) => action.startsWith('accreditation:'),
      typeDefs: readTypeDefs(join(import.meta.dirname, '..')),
      resolvers,
      models: registerModels,
      ports: ({ connection, jobs, files, downloads, key }, session) => ({
        persons: personRepository(connection, session),
        preRegistrations: preRegistrationRepository(connection, session),
        accreditations: accreditationRepository(connection, session),
        municipalities: municipalityRepository(connection, session),
        units: unitRepository(connection, session),
        staff: staffRepository(connection, session),
        sessions: sessionRepository(connection, session),
        ties: tieRepository(connection, session),
        cityClocks: cityClockRepository(connection, session),
        termJobs: termJobs(jobs, session),
        challenges: { ...altchaChallenges(key('registration-challenge')), ...spentChallengeRepository(connection, session) },
        passwords,
        confirmationTokens: confirmationTokens(),
        refreshTokens: refreshTokens(key('refresh-token')),
        throttle: mongoThrottle(connection, key('throttle')),
        sheets: sheetFiles(files, downloads),
      }),
      context: (base, { key }) => ({
        ...base,
        mint: createMint({ key: signingKeyOf(signingKeys), issuer: config.TOKEN_ISSUER, refreshTokens: refreshTokens(key('refresh-token')) }),
      }),
      codec: envelopeCodec,
      publish,
      topology,
      reactions,
      jobs: termJobReactions,
      routes: () => [jwksRoute(publicKeys(signingKeys))],
      keySet: localKeySet(signingKeys),
    },
    extras,
  );
}
