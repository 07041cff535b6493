import { processErrors } from '../../domain/errors.ts';
import type { Access, AccessLevel } from '../../domain/processes/access-level.ts';
import { changeDescription } from '../../domain/processes/description.ts';
import type { OtherParty, Process } from '../../domain/processes/process.ts';
import { authorOf } from '../author-of.ts';
import { accessByKey } from '../catalogue/access-by-key.ts';
import { defineUseCase } from '../define.ts';
import type { Ports } from '../ports.ts';
import { refuseStale } from '../refuse-stale.ts';
import { keepChange } from './keep-change.ts';
import { loadAct } from './load-worked.ts';
import type { ActInUnit } from './load-worked.ts';
import { placeOf } from './place-of.ts';
import { refuseDescription } from './refuse-description.ts';
import type { DescriptionTexts } from './refuse-description.ts';

export interface UpdateProcess extends ActInUnit, DescriptionTexts {
  readonly accessLevel?: AccessLevel | null | undefined;
  /** Key of a legal hypothesis; goes with `accessLevel`. */
  readonly legalHypothesis?: string | null | undefined;
  readonly expectedVersion: number;
}

/** Changes what a process says about itself (alterar cadastro). */
export const updateProcess = defineUseCase({
  name: 'updateProcess',
  action: 'process:update',
  load: loadAct<UpdateProcess>,

  async run({ input, resource: worked, ...command }, ports) {
    refuseDescription(input);
    const { specification, subjects, interestedPartyIds, otherParties } = input;
    const access = await newAccess(worked.process, input, ports);
    const change = changeDescription(
      worked,
      {
        ...(specification == null ? {} : { specification }),
        ...(subjects == null ? {} : { subjects: [...new Set(subjects)] }),
        ...(interestedPartyIds == null ? {} : { interestedPartyIds: [...new Set(interestedPartyIds)] }),
        ...(otherParties == null ? {} : { otherParties: otherParties.map(({ name, cpf }): OtherParty => ({ name, cpf: cpf ?? null })) }),
        ...(access === undefined ? {} : { access }),
      },
      { documentLevels: await ports.documents.levelsOf(worked.process.id), staffId: authorOf(command.actor).id },
      placeOf(worked, command),
    );
    if (change.movements.length > 0) refuseStale(worked.process, input.expectedVersion);
    return keepChange(worked, change, ports);
  },
});

async function newAccess(
  { municipalityId, typeKey }: Process,
  { accessLevel, legalHypothesis }: UpdateProcess,
  ports: Pick<Ports, 'processTypes' | 'legalHypotheses'>,
): Promise<Access | undefined> {
  if (accessLevel == null) {
    if (legalHypothesis != null) throw processErrors.LEGAL_HYPOTHESIS_WITHOUT_LEVEL();
    return undefined;
  }
  const allowed = (await ports.processTypes.find(municipalityId, typeKey))?.accessLevels;
  return accessByKey({ municipalityId, accessLevel, hypothesisKey: legalHypothesis ?? null, ...(allowed === undefined ? {} : { allowed }) }, ports);
}
