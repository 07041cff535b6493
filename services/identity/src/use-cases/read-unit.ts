import { pageRequest } from '@guiche/kit/use-case';
import type { PageArguments } from '@guiche/kit/use-case';
import { defineEntityQuery, defineQuery } from './define.ts';

export const unitById = defineEntityQuery({
  action: 'unit:read',
  loadMany: (ids, { units }) => units.byIds(ids),
  idOf: ({ id }) => id,
});

/** Units are as public as their municipality. */
export const listUnits = defineQuery({
  action: 'municipality:list',
  load: () => null,
  run: ({ input }: { input: PageArguments & { municipalityId: string } }, { units }) =>
    units.page(input.municipalityId, pageRequest(input)),
});
