import { scalarResolvers } from '@guiche/kit/graphql';
import { IntimationRecipient } from './recipients/IntimationRecipient.ts';
import { IntimationType } from './types/IntimationType.ts';
import { ResponseType } from './types/ResponseType.ts';
import { CalendarChange } from './calendar/CalendarChange.ts';
import { MunicipalCalendar } from './calendar/MunicipalCalendar.ts';
import { DayInTheWay } from './deadlines/DayInTheWay.ts';
import { Deadline } from './deadlines/Deadline.ts';
import { DeadlineStep } from './deadlines/DeadlineStep.ts';
import { Municipality } from './Municipality.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';

const { DateTime, LocalDate } = scalarResolvers;

/** The resolver map of the subgraph. */
export const resolvers = {
  CalendarChange,
  DateTime,
  DayInTheWay,
  Deadline,
  DeadlineStep,
  IntimationRecipient,
  IntimationType,
  LocalDate,
  MunicipalCalendar,
  Municipality,
  Mutation,
  Query,
  ResponseType,
};
