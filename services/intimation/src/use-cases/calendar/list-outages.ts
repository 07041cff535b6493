import type { PageRequest } from '@guiche/kit/use-case';
import { defineQuery } from '../define.ts';

/** Outages of a city, latest first: public, like the deadlines they move (IN-20). */
export const listOutages = defineQuery({
  action: 'deadline:read',
  load: ({ input }: { input: { municipalityId: string; page: PageRequest } }) => ({ municipalityId: input.municipalityId }),
  run: ({ input: { municipalityId, page } }, { outages }) => outages.page(municipalityId, page),
});
