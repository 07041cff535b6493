import type { Plan } from '../../domain/petitions/plan.ts';
import type { Access } from '../../domain/processes/access-level.ts';
import type { Process } from '../../domain/processes/process.ts';
import { accessOfType } from '../catalogue/access-of-type.ts';
import type { Ports } from '../ports.ts';

/** The level of the process that a petition enters or opens. */
export async function levelOfPlan({ process, related, type }: Plan, ports: Pick<Ports, 'legalHypotheses'>): Promise<Access> {
  if (process !== null) return { accessLevel: process.accessLevel, legalHypothesis: process.legalHypothesis };
  if (type === null) throw new Error('A petition enters a process or opens one');
  return related?.globalLevel === 'SECRET' ? secrecyOf(related) : accessOfType(type, ports);
}

/** The number of a secret process stands in the one related to it, which is as secret therefore (PT-23, PS-03). */
function secrecyOf({ accessLevel, legalHypothesis }: Process): Access {
  return { accessLevel: 'SECRET', legalHypothesis: accessLevel === 'SECRET' ? legalHypothesis : 'Sigilo do processo relacionado' };
}
