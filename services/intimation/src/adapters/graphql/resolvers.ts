import { scalarResolvers } from '@guiche/kit/graphql';
import { IntimationRecipient } from './recipients/IntimationRecipient.ts';
import { IntimationType } from './types/IntimationType.ts';
import { ResponseType } from './types/ResponseType.ts';
import { MunicipalCalendar } from './calendar/MunicipalCalendar.ts';
import { Municipality } from './Municipality.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';

const { DateTime, LocalDate } = scalarResolvers;

/** The resolver map of the subgraph. */
export const resolvers = {
  DateTime,
  IntimationRecipient,
  IntimationType,
  LocalDate,
  MunicipalCalendar,
  Municipality,
  Mutation,
  Query,
  ResponseType,
};
