import { platformErrors } from '@guiche/kit/errors';
import { isolatedSessionMs, opens } from '../../domain/access/isolated-access.ts';
import { processErrors } from '../../domain/errors.ts';
import { defineUseCase } from '../define.ts';
import { loadIsolated } from './load-isolated.ts';

/** The mailed code opens the process for a while. The result is what the session's token is made of. */
export const openIsolatedAccess = defineUseCase({
  name: 'openIsolatedAccess',
  action: 'isolated-access:open',

  async admit({ now, address = '' }: OpenCommand, { accessAttempts }) {
    const retryAfterSeconds = await accessAttempts.beginOpening(address, now);
    if (retryAfterSeconds > 0) throw platformErrors.TOO_MANY_REQUESTS({ retryAfterSeconds });
  },

  load: ({ input, now }: OpenCommand, ports) => loadIsolated(ports.accessSecrets.grantOf(input.link), now, ports),

  // Outside the transaction: a try counts also when what it leads to is given up.
  async prepare({ input, resource: { grant }, now, address = '' }, { accessCodes, accessSecrets, accessAttempts }) {
    const code = await accessCodes.takeTry(grant.id);
    const typed = accessSecrets.hashOf(grant.id, input.code.replace(/\D/g, ''));
    if (code === undefined || !opens(code, typed, now)) throw processErrors.ACCESS_CODE_WRONG();
    await accessAttempts.opened(address, now);
    return code;
  },

  async run({ resource: { grant }, prepared: code, now }, { accessCodes }) {
    if (!(await accessCodes.remove(code))) throw processErrors.ACCESS_CODE_WRONG();
    return {
      result: { grantId: grant.id, expiresAt: new Date(now.getTime() + isolatedSessionMs) },
      audit: [{ entity: { type: 'grant', id: grant.id }, municipalityId: grant.municipalityId, before: null, after: 'opened by code' }],
    };
  },
});

interface OpenCommand {
  readonly input: { readonly link: string; readonly code: string };
  readonly now: Date;
  readonly address?: string;
}
