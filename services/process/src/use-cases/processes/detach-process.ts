import { detach } from '../../domain/processes/annexation.ts';
import { defineUseCase } from '../define.ts';
import { keepPair } from './keep-pair.ts';
import { loadPair } from './load-pair.ts';
import type { ActOnPair } from './load-pair.ts';
import { placeOf } from './place-of.ts';
import { refuseReason } from './refuse-reason.ts';

export interface DetachProcess extends ActOnPair {
  readonly reason: string;
}

/** Takes an annexed process out of this one (desanexar). */
export const detachProcess = defineUseCase({
  name: 'detachProcess',
  action: 'process:detach',
  load: loadPair<DetachProcess>,

  async run({ input: { reason }, resource: { other, ...worked }, ...command }, ports) {
    refuseReason(reason);
    const { unit } = worked;
    const places = { principal: placeOf(worked, command), annex: placeOf({ process: other, unit }, command) };
    const placement = await ports.placements.find(other.id, unit.id);
    return keepPair(worked, other, detach(worked, { process: other, placement }, reason, places), ports);
  },
});
