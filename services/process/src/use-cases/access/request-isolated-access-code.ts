import { platformErrors } from '@guiche/kit/errors';
import { codeLifetimeMs, codeTries } from '../../domain/access/isolated-access.ts';
import type { IsolatedAccessCodeIssued } from '../../domain/access/events.ts';
import { processErrors } from '../../domain/errors.ts';
import { defineUseCase } from '../define.ts';
import { loadIsolated } from './load-isolated.ts';

/** Somebody opened the mailed link: a code that works once goes to the same address (AE-01, AE-06). */
export const requestIsolatedAccessCode = defineUseCase({
  name: 'requestIsolatedAccessCode',
  action: 'isolated-access:open',

  async admit({ input, now, address = '' }: RequestCommand, { accessSecrets, accessAttempts }) {
    const grantId = accessSecrets.grantOf(input.link);
    if (grantId === undefined) throw processErrors.ACCESS_LINK_NOT_VALID();
    const retryAfterSeconds = await accessAttempts.beginRequest(grantId, address, now);
    if (retryAfterSeconds > 0) throw platformErrors.TOO_MANY_REQUESTS({ retryAfterSeconds });
  },

  load: ({ input, now }: RequestCommand, ports) => loadIsolated(ports.accessSecrets.grantOf(input.link), now, ports),

  // Drawn once: a rerun of the transaction must not make another.
  prepare: (_command, { accessSecrets }) => Promise.resolve({ code: accessSecrets.newCode() }),

  async run({ resource: { grant }, prepared: { code }, now }, { accessCodes, accessSecrets }) {
    const expiresAt = new Date(now.getTime() + codeLifetimeMs);
    const { id: grantId, municipalityId } = grant;
    await accessCodes.save({ grantId, codeHash: accessSecrets.hashOf(grantId, code), expiresAt, triesLeft: codeTries });
    const issued: IsolatedAccessCodeIssued = {
      type: 'IsolatedAccessCodeIssued',
      aggregate: { type: 'contact', id: grantId },
      tenantId: municipalityId,
      data: { grantId, municipalityId, email: grant.recipient?.email ?? '', code, expiresAt },
    };
    return {
      result: { expiresAt },
      events: [issued],
      audit: [{ entity: { type: 'grant', id: grantId }, municipalityId, before: null, after: 'code mailed' }],
    };
  },
});

interface RequestCommand {
  readonly input: { readonly link: string };
  readonly now: Date;
  readonly address?: string;
}
