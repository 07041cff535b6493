import { confirmationOf } from '../../domain/fulfilment/confirmation.ts';
import type { Confirmation } from '../../domain/fulfilment/confirmation.ts';
import type { LegalDays } from '../../domain/fulfilment/legal-days.ts';
import type { Notice } from '../../domain/issuing/notice.ts';
import { defineQuery } from '../define.ts';
import { legalDaysOf } from './legal-days-of.ts';

/**
 * What recipients are asked to confirm, aligned with the notices; staff is asked nothing. The calendar of a city is
 * loaded once.
 */
export const readConfirmations = defineQuery({
  action: 'notice:read-confirmations',
  load: ({ input }: { input: readonly Notice[] }) => input,
  async run({ resource: notices, actor, now }, ports): Promise<readonly (Confirmation | null)[]> {
    if (actor.kind === 'staff') return notices.map(() => null);
    const earliest = new Date(Math.min(...notices.map(({ requestedAt }) => requestedAt.getTime())));
    const days = new Map<string, LegalDays>();
    const confirmations: (Confirmation | null)[] = [];
    for (const notice of notices) {
      if (notice.fulfilment !== null || notice.actState !== 'ISSUED') {
        confirmations.push(null);
        continue;
      }
      const key = JSON.stringify([notice.municipalityId, notice.body]);
      const known = days.get(key) ?? (await legalDaysOf(notice, earliest, ports));
      days.set(key, known);
      confirmations.push(confirmationOf(notice, now, known));
    }
    return confirmations;
  },
});
