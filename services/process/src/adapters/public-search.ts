import type { Challenges } from '@guiche/kit/challenge';
import { inSession } from '@guiche/kit/mongo';
import { createAttempts } from '@guiche/kit/throttle';
import type { ThrottlePolicy } from '@guiche/kit/throttle';
import type { ClientSession, Connection } from 'mongoose';
import { processErrors } from '../domain/errors.ts';
import { startingPublicSearch } from '../domain/search/public-search-settings.ts';
import type { PublicSearchPort } from '../use-cases/search/ports.ts';
import type { PublicSearchSettingsRow } from './mongo/search/public-search-settings-row.ts';
import { createPublicLinks } from './tokens/public-links.ts';

const minuteMs = 60_000;
/** A solved puzzle is good for so many readings while it lasts. */
const perProof: ThrottlePolicy = { free: 101, firstDelayMs: 20 * minuteMs, longestDelayMs: 20 * minuteMs, memoryMs: 20 * minuteMs };
/** Somebody known searches at this pace for as long as they like. */
const perReader: ThrottlePolicy = { free: 301, firstDelayMs: 5 * minuteMs, longestDelayMs: 5 * minuteMs, memoryMs: 10 * minuteMs };

/** The public search's puzzles, quotas, links and settings. */
export function publicSearchPort(
  { connection, key, challenges }: { connection: Connection; key: (purpose: string) => Buffer; challenges: Challenges },
  session: ClientSession | undefined,
): PublicSearchPort {
  const attempts = createAttempts(connection, key('public-search-quota'));
  const settings = connection.model<PublicSearchSettingsRow>('PublicSearchSettings');
  return {
    ...createPublicLinks(key('public-links')),
    issueChallenge: (now) => challenges.issue(now),

    async useProof(proof, now) {
      const judged = await challenges.judge('proof', proof, now);
      if ('problem' in judged) throw processErrors.PUBLIC_SEARCH_PROOF_INVALID();
      if ((await attempts.count(['proof', judged.challengeId], perProof, now)) > 0) throw processErrors.PUBLIC_SEARCH_PROOF_INVALID();
    },

    async countReader(reader, now) {
      return Math.ceil((await attempts.count(['reader', reader], perReader, now)) / 1_000);
    },

    async settings(municipalityId) {
      const row = await settings.findById(municipalityId, null, inSession(session)).lean<PublicSearchSettingsRow>();
      if (row === null) return startingPublicSearch(municipalityId);
      return { municipalityId, contentSince: row.contentSince, movementKinds: row.movementKinds };
    },

    async saveSettings({ municipalityId, ...values }) {
      await settings.replaceOne({ _id: municipalityId }, values, { upsert: true, ...inSession(session) });
    },
  };
}
