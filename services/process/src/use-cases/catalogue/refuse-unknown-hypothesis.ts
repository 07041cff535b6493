import { processErrors } from '../../domain/errors.ts';
import type { Ports } from '../ports.ts';

/** A type suggests or forces only hypotheses that the municipality has. */
export async function refuseUnknownHypothesis(
  municipalityId: string,
  key: string,
  legalHypotheses: Ports['legalHypotheses'],
): Promise<void> {
  if ((await legalHypotheses.find(municipalityId, key)) === undefined) throw processErrors.LEGAL_HYPOTHESIS_UNKNOWN({ key });
}
