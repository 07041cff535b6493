import type { ProcessType } from '../../domain/catalogue/process-type.ts';
import type { Access } from '../../domain/processes/access-level.ts';
import type { Ports } from '../ports.ts';
import { accessByKey } from './access-by-key.ts';

/** The level that a process of this type has when nobody chooses one: the first of its levels, with its hypothesis. */
export async function accessOfType(type: ProcessType, ports: Pick<Ports, 'legalHypotheses'>): Promise<Access> {
  const { municipalityId, accessLevels, legalHypothesisKey } = type;
  const accessLevel = accessLevels[0] ?? 'PUBLIC';
  return accessByKey({ municipalityId, accessLevel, hypothesisKey: accessLevel === 'PUBLIC' ? null : legalHypothesisKey }, ports);
}
