import { revokeCredential as revoke } from '../../domain/processes/credential.ts';
import { defineUseCase } from '../define.ts';
import type { ActOnCredential } from './grant-credential.ts';
import { keepChange } from './keep-change.ts';
import { loadAct } from './load-worked.ts';
import { placeOf } from './place-of.ts';

/** A holder takes a credential for a secret process back (cassar), also his own. */
export const revokeCredential = defineUseCase({
  name: 'revokeCredential',
  action: 'credential:revoke',
  load: loadAct<ActOnCredential>,
  run: ({ input: { staffId }, resource: worked, ...command }, ports) =>
    keepChange(worked, revoke(worked.process, staffId, placeOf(worked, command)), ports),
});
