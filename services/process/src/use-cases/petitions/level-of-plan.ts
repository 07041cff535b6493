import type { Plan } from '../../domain/petitions/plan.ts';
import type { Access } from '../../domain/processes/access-level.ts';
import { accessOfType } from '../catalogue/access-of-type.ts';
import type { Ports } from '../ports.ts';

/** The level of the process that a petition enters or opens. */
export async function levelOfPlan({ process, type }: Plan, ports: Pick<Ports, 'legalHypotheses'>): Promise<Access> {
  if (process !== null) return { accessLevel: process.accessLevel, legalHypothesis: process.legalHypothesis };
  if (type === null) throw new Error('A petition enters a process or opens one');
  return accessOfType(type, ports);
}
