import { scalarResolvers } from '@guiche/kit/graphql';
import { IntimationRecipient } from './recipients/IntimationRecipient.ts';
import { MunicipalCalendar } from './calendar/MunicipalCalendar.ts';
import { Municipality } from './Municipality.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';

const { DateTime, LocalDate } = scalarResolvers;

/** The resolver map of the subgraph. */
export const resolvers = { DateTime, IntimationRecipient, LocalDate, MunicipalCalendar, Municipality, Mutation, Query };
