import { issuingErrors } from '../../domain/issuing/errors.ts';
import type { Unit } from '../../domain/issuing/unit.ts';
import type { Ports } from '../ports.ts';

/** The unit that issues; not-found when this service has not heard of it. */
export async function loadUnit(unitId: string, { units }: Pick<Ports, 'units'>): Promise<Unit> {
  const unit = await units.find(unitId);
  if (unit === undefined) throw issuingErrors.UNIT_NOT_FOUND();
  return unit;
}
