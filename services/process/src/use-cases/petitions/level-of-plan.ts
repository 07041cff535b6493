import type { Plan } from '../../domain/petitions/plan.ts';
import type { Access } from '../../domain/processes/access-level.ts';
import { stricter } from '../../domain/processes/process.ts';
import type { Process } from '../../domain/processes/process.ts';
import { accessOfType } from '../catalogue/access-of-type.ts';
import type { Ports } from '../ports.ts';

/** The level of the process that a petition enters or opens; one that is related to another is no less restricted (PT-23). */
export async function levelOfPlan({ process, related, type }: Plan, ports: Pick<Ports, 'legalHypotheses'>): Promise<Access> {
  if (process !== null) return accessOf(process);
  if (type === null) throw new Error('A petition enters a process or opens one');
  if (related?.globalLevel === 'SECRET') return secrecyOf(related);
  const own = await accessOfType(type, ports);
  if (related?.typeKey === type.key) return accessOf(related);
  return related === null || stricter(own.accessLevel, related.accessLevel) === own.accessLevel ? own : accessOf(related);
}

function accessOf({ accessLevel, legalHypothesis }: Process): Access {
  return { accessLevel, legalHypothesis };
}

/** The number of a secret process stands in the one related to it, which is as secret therefore (PT-23, PS-03). */
function secrecyOf({ accessLevel, legalHypothesis }: Process): Access {
  return { accessLevel: 'SECRET', legalHypothesis: accessLevel === 'SECRET' ? legalHypothesis : 'Sigilo do processo relacionado' };
}
