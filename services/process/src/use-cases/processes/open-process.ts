import { refuseProblems, textProblem } from '@guiche/kit/errors';
import { openableBy } from '../../domain/catalogue/process-type.ts';
import type { AccessLevel } from '../../domain/processes/access-level.ts';
import { processErrors } from '../../domain/errors.ts';
import { processOpened } from '../../domain/processes/process-movements.ts';
import { generatedIn } from '../../domain/processes/placement.ts';
import { open } from '../../domain/processes/process.ts';
import { accessByKey } from '../catalogue/access-by-key.ts';
import { authorOf } from '../author-of.ts';
import { defineUseCase } from '../define.ts';
import { knownMunicipality, takeProcessNumber } from '../numbers/take-process-number.ts';

export interface OpenProcess {
  readonly unitId: string;
  readonly typeKey: string;
  readonly specification: string;
  readonly accessLevel: AccessLevel;
  readonly legalHypothesis?: string | null | undefined;
}

/** Staff of a unit open a process in it (autuar processo). */
export const openProcess = defineUseCase({
  name: 'openProcess',
  action: 'process:open',

  async load({ input }: { input: OpenProcess }, { units }) {
    const unit = await units.find(input.unitId);
    if (unit === undefined) throw processErrors.UNIT_NOT_FOUND();
    return unit;
  },

  async prepare({ input, resource: unit, now }, ports) {
    const { specification, typeKey, accessLevel } = input;
    const { municipalityId } = unit;
    refuseProblems([textProblem('specification', specification, { max: 100 })].filter((problem) => problem !== undefined));
    const type = openableBy(await ports.processTypes.find(municipalityId, typeKey), { unitId: unit.id, typeKey });
    const hypothesisKey = input.legalHypothesis ?? null;
    const access = await accessByKey({ municipalityId, accessLevel, hypothesisKey, allowed: type.accessLevels }, ports);
    const municipality = await knownMunicipality(municipalityId, ports);
    const number = await takeProcessNumber({ municipality, unitId: unit.id, at: now }, ports);
    return { specification, type, access, number, subjects: type.subjects };
  },

  async run({ resource: unit, actor, prepared, now, newId }, { processes, placements, movements }) {
    const { municipalityId, id: unitId } = unit;
    const by = authorOf(actor);
    const process = open({ id: newId(), municipalityId, unitId, at: now, openedBy: by.id, ...prepared });
    const place = { id: newId(), processId: process.id, municipalityId, at: now, unitId, by };
    await processes.insert(process);
    await placements.save(generatedIn({ process, unitId, at: now }));
    await movements.append([processOpened(place, prepared.type.name)]);
    return {
      result: { processId: process.id },
      audit: [{ entity: { type: 'process', id: process.id }, municipalityId, before: null, after: process.state }],
    };
  },
});
