import { processErrors } from '../errors.ts';
import type { Access, AccessLevel } from '../processes/access-level.ts';

/** A legal ground for restricting access (hipótese legal), with the law it rests on (PR-01). */
export interface LegalHypothesis {
  readonly municipalityId: string;
  /** Stable key, `informacao-pessoal`. */
  readonly key: string;
  readonly name: string;
  readonly legalBasis: string;
  /** The level it justifies; never `PUBLIC`. */
  readonly accessLevel: AccessLevel;
  readonly active: boolean;
  readonly version: number;
}

/** As it stands on processes and documents: `Informação Pessoal (Art. 31 da Lei nº 12.527/2011)`. */
export function wordingOf({ name, legalBasis }: Pick<LegalHypothesis, 'name' | 'legalBasis'>): string {
  return `${name} (${legalBasis})`;
}

/**
 * Level and legal ground as they will stand (PR-01). `found` is the hypothesis of the given key. Refuses a restriction
 * without ground, a ground without restriction, one that is unknown or for another level, and a level outside `allowed`.
 */
export function decideAccess(
  { accessLevel, hypothesisKey, found }: { accessLevel: AccessLevel; hypothesisKey: string | null; found: LegalHypothesis | undefined },
  allowed: readonly AccessLevel[] = ['PUBLIC', 'RESTRICTED', 'SECRET'],
): Access {
  if (!allowed.includes(accessLevel)) throw processErrors.ACCESS_LEVEL_NOT_ALLOWED({ allowed: allowed.map((level) => levelNames[level]).join(', ') });
  if (accessLevel === 'PUBLIC') {
    if (hypothesisKey !== null) throw processErrors.LEGAL_HYPOTHESIS_NOT_ALLOWED();
    return { accessLevel, legalHypothesis: null };
  }
  if (hypothesisKey === null) throw processErrors.LEGAL_HYPOTHESIS_REQUIRED();
  if (found?.active !== true || found.accessLevel !== accessLevel) throw processErrors.LEGAL_HYPOTHESIS_UNKNOWN({ key: hypothesisKey });
  return { accessLevel, legalHypothesis: wordingOf(found) };
}

const levelNames: Readonly<Record<AccessLevel, string>> = { PUBLIC: 'Público', RESTRICTED: 'Restrito', SECRET: 'Sigiloso' };
