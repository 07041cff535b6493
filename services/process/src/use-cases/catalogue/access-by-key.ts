import { decideAccess } from '../../domain/catalogue/legal-hypothesis.ts';
import type { Access, AccessLevel } from '../../domain/processes/access-level.ts';
import type { Ports } from '../ports.ts';

/** Level and legal ground from what was chosen in the municipality's lists (PR-01); refuses what does not fit. */
export async function accessByKey(
  chosen: { municipalityId: string; accessLevel: AccessLevel; hypothesisKey: string | null; allowed?: readonly AccessLevel[] },
  { legalHypotheses }: Pick<Ports, 'legalHypotheses'>,
): Promise<Access> {
  const { municipalityId, accessLevel, hypothesisKey, allowed } = chosen;
  const found = hypothesisKey === null ? undefined : await legalHypotheses.find(municipalityId, hypothesisKey);
  return decideAccess({ accessLevel, hypothesisKey, found }, allowed);
}
