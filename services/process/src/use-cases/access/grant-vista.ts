import type { Principal } from '@guiche/kit/auth';
import { platformErrors } from '@guiche/kit/errors';
import { vistaAnswered } from '../../domain/access/access-movements.ts';
import type { AccessTermsInput } from '../../domain/access/access-terms.ts';
import { answerVista } from '../../domain/access/vista.ts';
import { processErrors } from '../../domain/errors.ts';
import { authorOf } from '../author-of.ts';
import { defineUseCase } from '../define.ts';
import { confirmTerms } from './confirm-terms.ts';
import { loadAnswerable } from './load-vista.ts';
import { storeGrant } from './store-grant.ts';

export interface GrantVista extends Pick<AccessTermsInput, 'unitId' | 'reason' | 'scope' | 'documentIds' | 'validityDays'> {
  readonly requestId: string;
  /** Identity's one-use authorization for the process and the digest of `previewAccessGrant` for the requester. */
  readonly authorization: string;
  readonly expectedVersion: number;
}

/** The unit grants a request to see a process: an access as any other, for the requester (VI-02, AE-01). */
export const grantVista = defineUseCase({
  name: 'grantVista',
  action: 'vista:grant',

  load: ({ input, actor }: { input: GrantVista; actor: Principal }, ports) => loadAnswerable(input, ports, actor),

  prepare({ input, actor, resource: { request, ...worked }, now }, ports) {
    if (request.state !== 'OPEN') throw processErrors.VISTA_ALREADY_ANSWERED();
    const { unitId, reason, scope, documentIds, validityDays } = input;
    const terms = { processId: request.processId, unitId, reason, scope, documentIds, validityDays, recipient: { personId: request.personId } };
    return confirmTerms({ input: terms, token: input.authorization, worked, actor, now }, ports);
  },

  async run({ input, actor, resource: { request: before, process }, prepared: confirmed, now, newId }, ports) {
    if (before.version !== input.expectedVersion) throw platformErrors.STALE_VERSION();
    const { grant, events } = await storeGrant({ confirmed, process, now, newId, vistaRequestId: before.id }, ports);
    const { unitId, reason } = confirmed.terms;
    const answer = { at: now, staffId: confirmed.staffId, unitId, reason, grantId: grant.id };
    const { request, event } = answerVista(before, answer, confirmed.expiresOn);
    await ports.vistas.update(request);
    const { id: processId, municipalityId } = process;
    await ports.movements.append([vistaAnswered({ id: newId(), processId, municipalityId, at: now, unitId, by: authorOf(actor) }, 'GRANTED')]);
    const after = { state: grant.state, scope: grant.scope, sha256: confirmed.sha256, authorizationId: confirmed.authorization.id };
    return {
      result: { requestId: request.id },
      events: [...events, event],
      audit: [
        { entity: { type: 'vista-request', id: request.id }, municipalityId, before: before.state, after: request.state },
        { entity: { type: 'grant', id: grant.id }, municipalityId, before: null, after },
      ],
    };
  },
});
