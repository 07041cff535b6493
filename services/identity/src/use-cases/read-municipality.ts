import { pageRequest } from '@guiche/kit/use-case';
import type { PageArguments } from '@guiche/kit/use-case';
import { defineEntityQuery, defineQuery } from './define.ts';

export const municipalityById = defineEntityQuery({
  action: 'municipality:read',
  loadMany: (ids, { municipalities }) => municipalities.byIds(ids),
  idOf: ({ id }) => id,
});

export const listMunicipalities = defineQuery({
  action: 'municipality:list',
  load: () => null,
  run: ({ input }: { input: PageArguments }, { municipalities }) => municipalities.page(pageRequest(input)),
});
