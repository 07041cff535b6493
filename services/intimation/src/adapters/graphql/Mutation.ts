import type { MutationResolvers } from '../../generated/graphql.ts';
import { calendarActs } from './calendar/calendar-acts.ts';
import { fulfilmentActs } from './fulfilment/fulfilment-acts.ts';
import { issuingActs } from './issuing/issuing-acts.ts';
import { reportActs } from './reports/report-fields.ts';
import { typeActs } from './types/type-acts.ts';

export const Mutation: MutationResolvers = {
  ...calendarActs,
  ...fulfilmentActs,
  ...issuingActs,
  ...reportActs,
  ...typeActs,
};
