import { errors } from '../domain/errors.ts';
import { defineQuery } from './define.ts';

/** How the municipality handles its tickets. */
export const readSettings = defineQuery({
  action: 'settings:read',
  load: ({ input }: { input: { readonly municipalityId: string } }) => ({ municipalityId: input.municipalityId }),
  async run({ input }, { settings, places }) {
    if ((await places.municipality(input.municipalityId)) === null) throw errors.MUNICIPALITY_NOT_FOUND();
    return settings.of(input.municipalityId);
  },
});
