import { refuseProblems, textProblem } from '@guiche/kit/errors';
import { decideAccess } from '../../domain/processes/access-level.ts';
import type { AccessLevel } from '../../domain/processes/access-level.ts';
import { processErrors } from '../../domain/errors.ts';
import { processOpened } from '../../domain/processes/movement.ts';
import { generatedIn } from '../../domain/processes/placement.ts';
import { openableType } from '../../domain/processes/process-type.ts';
import { open } from '../../domain/processes/process.ts';
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
  action: 'process:open',

  async load({ input }: { input: OpenProcess }, { units }) {
    const unit = await units.find(input.unitId);
    if (unit === undefined) throw processErrors.UNIT_NOT_FOUND();
    return unit;
  },

  async prepare({ input, resource: unit, now }, ports) {
    const { specification, legalHypothesis = null } = input;
    refuseProblems(
      [
        textProblem('specification', specification, { max: 100 }),
        legalHypothesis === null ? undefined : textProblem('legalHypothesis', legalHypothesis, { max: 200 }),
      ].filter((problem) => problem !== undefined),
    );
    const type = openableType(input.typeKey);
    const access = decideAccess(input.accessLevel, legalHypothesis);
    const municipality = await knownMunicipality(unit.municipalityId, ports);
    const number = await takeProcessNumber({ municipality, unitId: unit.id, at: now }, ports);
    return { specification, type, access, number };
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
