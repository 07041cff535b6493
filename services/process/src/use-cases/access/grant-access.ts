import type { Principal } from '@guiche/kit/auth';
import type { AccessTermsInput } from '../../domain/access/access-terms.ts';
import { defineUseCase } from '../define.ts';
import { loadWorkedProcess } from '../processes/load-worked.ts';
import { confirmTerms } from './confirm-terms.ts';
import { storeGrant } from './store-grant.ts';

export interface GrantAccess extends AccessTermsInput {
  /** Identity's one-use authorization for this process and the preview's digest, given against the password. */
  readonly authorization: string;
}

/** A unit opens a process to somebody outside (disponibilizar acesso externo, AE-01). */
export const grantAccess = defineUseCase({
  name: 'grantAccess',
  action: 'access:grant',

  load: ({ input, actor }: { input: GrantAccess; actor: Principal }, ports) => loadWorkedProcess(input, ports, actor),

  prepare: ({ input, actor, resource: worked, now }, ports) => confirmTerms({ input, token: input.authorization, worked, actor, now }, ports),

  async run({ resource: { process }, prepared: confirmed, now, newId }, ports) {
    const { grant, events } = await storeGrant({ confirmed, process, now, newId }, ports);
    const after = { state: grant.state, scope: grant.scope, sha256: confirmed.sha256, authorizationId: confirmed.authorization.id };
    return {
      result: { grantId: grant.id },
      events,
      audit: [{ entity: { type: 'grant', id: grant.id }, municipalityId: process.municipalityId, before: null, after }],
    };
  },
});
