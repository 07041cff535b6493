import { processErrors } from '../../domain/errors.ts';
import type { Petition } from '../../domain/petitions/petition.ts';
import type { Ports } from '../ports.ts';

/** One petition by id, ready to be judged. */
export async function loadPetition({ petitionId }: { readonly petitionId: string }, { petitions }: Pick<Ports, 'petitions'>): Promise<Petition> {
  const [petition] = await petitions.findMany([petitionId]);
  if (petition === undefined) throw processErrors.PETITION_NOT_FOUND();
  return petition;
}
