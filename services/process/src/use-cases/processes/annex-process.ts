import { annex } from '../../domain/processes/annexation.ts';
import { defineUseCase } from '../define.ts';
import { draftsInTheWay } from './drafts-in-the-way.ts';
import { keepPair } from './keep-pair.ts';
import { loadPair } from './load-pair.ts';
import type { ActOnPair } from './load-pair.ts';
import { placeOf } from './place-of.ts';

/** Makes another process part of this one (anexar). */
export const annexProcess = defineUseCase({
  name: 'annexProcess',
  action: 'process:annex',
  load: loadPair<ActOnPair>,

  async run({ resource: { other, ...worked }, ...command }, ports) {
    const { unit } = worked;
    const annexed = { process: other, unit, placement: await ports.placements.find(other.id, unit.id) };
    const places = { principal: placeOf(worked, command), annex: placeOf(annexed, command) };
    const decided = annex(worked, annexed, { draftsInTheWay: await draftsInTheWay(other, ports) }, places);
    return keepPair(worked, other, decided, ports);
  },
});
