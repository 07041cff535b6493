import { defineQuery } from '../define.ts';
import { loadPetition } from './load-petition.ts';

/** One petition of the caller. */
export const findPetition = defineQuery({
  action: 'petition:read',
  load: ({ input }: { input: { petitionId: string } }, ports) => loadPetition(input, ports),
  run: ({ resource }) => resource,
});
