import type { Outcome } from '@guiche/kit/use-case';
import type { Annexation } from '../../domain/processes/annexation.ts';
import type { Process } from '../../domain/processes/process.ts';
import type { WorkedProcess } from '../../domain/processes/worked.ts';
import type { Ports } from '../ports.ts';
import { keepChange } from './keep-change.ts';
import type { ActResult } from './keep-change.ts';

/** Writes both sides of what joins or parts two processes. */
export async function keepPair(
  worked: WorkedProcess,
  other: Process,
  { principal, annex }: Annexation,
  ports: Pick<Ports, 'processes' | 'placements' | 'movements'>,
): Promise<Outcome<ActResult>> {
  const ofPrincipal = await keepChange(worked, principal, ports);
  const ofAnnex = await keepChange({ process: other, unit: worked.unit }, annex, ports);
  return { result: ofPrincipal.result, audit: [...(ofPrincipal.audit ?? []), ...(ofAnnex.audit ?? [])] };
}
