import { grantCredential as grant } from '../../domain/processes/credential.ts';
import { defineUseCase } from '../define.ts';
import { keepChange } from './keep-change.ts';
import { loadAct } from './load-worked.ts';
import type { ActInUnit } from './load-worked.ts';
import { placeOf } from './place-of.ts';

export interface ActOnCredential extends ActInUnit {
  readonly staffId: string;
}

/** A holder lets one more member of the staff read a secret process (conceder credencial). */
export const grantCredential = defineUseCase({
  name: 'grantCredential',
  action: 'credential:grant',
  load: loadAct<ActOnCredential>,

  async run({ input: { staffId }, resource: worked, ...command }, ports) {
    const [member] = await ports.staff.findMany([staffId]);
    return keepChange(worked, grant(worked.process, member, placeOf(worked, command)), ports);
  },
});
