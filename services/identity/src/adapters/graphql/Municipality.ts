import { connectionOf } from '@guiche/kit/graphql';
import type { MunicipalityResolvers } from '../../generated/graphql.ts';
import { municipalityById } from '../../use-cases/read-municipality.ts';
import { listUnits } from '../../use-cases/read-unit.ts';

export const Municipality: MunicipalityResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(municipalityById, id),
  addressLines: ({ addressLines }) => [...addressLines],
  bodies: ({ bodies }) => [...bodies],
  async units({ id }, args, { ask }) {
    return connectionOf(await ask(listUnits, { municipalityId: id, ...args }));
  },
};
