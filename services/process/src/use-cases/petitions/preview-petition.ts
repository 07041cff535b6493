import { missingFrom, refuseIncomplete } from '../../domain/petitions/completeness.ts';
import type { Petition } from '../../domain/petitions/petition.ts';
import { confirmationText } from '../../domain/petitions/plan.ts';
import type { Plan } from '../../domain/petitions/plan.ts';
import { levelsOf, refuseUnseen } from '../../domain/petitions/secrecy.ts';
import type { AccessLevel } from '../../domain/processes/access-level.ts';
import { defineQuery } from '../define.ts';
import { answeredBy } from '../intimations/answerable-notice.ts';
import type { Ports } from '../ports.ts';
import { loadPetition } from './load-petition.ts';
import { planPetition } from './plan-petition.ts';
import { levelOfPlan } from './level-of-plan.ts';

export interface PetitionPreview {
  readonly petition: Petition;
  readonly plan: Plan;
  readonly accessLevel: AccessLevel;
  /** What is missing, in the words of the user; empty when it may be signed. */
  readonly missing: readonly string[];
  /** SHA-256 to be authorised by the password. */
  readonly sha256: string;
}

/** What signing this petition will do, before it is signed (PT-21). */
export const previewPetition = defineQuery({
  action: 'petition:read',
  load: ({ input }: { input: { petitionId: string } }, ports) => loadPetition(input, ports),
  async run({ resource: petition, now }, ports): Promise<PetitionPreview> {
    await answeredBy(petition, now, ports);
    const missing = await missingOf(petition, ports);
    // Where it goes is for the petitioner to say first.
    if (petition.kind === 'NEW_PROCESS' && petition.unitId === null) refuseIncomplete(missing);
    const plan = await planPetition(petition, ports);
    const { accessLevel } = await levelOfPlan(plan, ports);
    refuseUnseen(plan, [accessLevel, ...levelsOf(petition)]);
    return { petition, plan, accessLevel, missing, sha256: ports.sha256(confirmationText(petition, plan, ports.sha256)) };
  },
});

/** What the petition still needs, named by the municipality's types. */
export async function missingOf(petition: Petition, { petitionTypes, documentTypes }: Pick<Ports, 'petitionTypes' | 'documentTypes'>): Promise<readonly string[]> {
  const { municipalityId, typeKey } = petition;
  const type = typeKey === null ? undefined : await petitionTypes.find(municipalityId, typeKey);
  const keys = type === undefined ? [] : [type.principal.documentTypeKey, ...type.essentialTypeKeys];
  const found = await Promise.all(keys.map((key) => documentTypes.find(municipalityId, key)));
  return missingFrom(petition, type ?? null, found.filter((each) => each !== undefined));
}
