import { issuingErrors } from '../../domain/issuing/errors.ts';
import type { Intimation } from '../../domain/issuing/intimation.ts';
import type { Ports } from '../ports.ts';

/** The act an event speaks of. */
export async function loadAct(intimationId: string, { intimations }: Pick<Ports, 'intimations'>): Promise<Intimation> {
  const intimation = await intimations.find(intimationId);
  if (intimation === undefined) throw issuingErrors.INTIMATION_NOT_FOUND();
  return intimation;
}
