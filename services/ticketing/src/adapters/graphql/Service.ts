import type { ServiceFormResolvers, ServiceResolvers } from '../../generated/graphql.ts';
import { readServices } from '../../use-cases/read-services.ts';

export const Service: ServiceResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(readServices, id),
  municipality: ({ municipalityId }) => ({ id: municipalityId }),
  unit: ({ unitId }) => ({ id: unitId }),
  form: (service) => service,
};

export const ServiceForm: ServiceFormResolvers = {
  fields: ({ fields }) => fields,
};
