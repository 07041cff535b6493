import { platformErrors } from '@guiche/kit/errors';
import { processErrors } from '../../domain/errors.ts';
import type { Petition } from '../../domain/petitions/petition.ts';
import type { Ports } from '../ports.ts';

/** One petition by id, ready to be judged. */
export async function loadPetition({ petitionId }: { readonly petitionId: string }, { petitions }: Pick<Ports, 'petitions'>): Promise<Petition> {
  const [petition] = await petitions.findMany([petitionId]);
  if (petition === undefined) throw processErrors.PETITION_NOT_FOUND();
  return petition;
}

/** Refuses an edit made from an older version, for instance in another tab. */
export function refuseStale({ version }: { readonly version: number }, expectedVersion: number | null | undefined): void {
  if (version !== (expectedVersion ?? version)) throw platformErrors.STALE_VERSION();
}
