import type { QueryResolvers } from '../../generated/graphql.ts';
import { calendarQueries } from './calendar/calendar-queries.ts';
import { deadlineQueries } from './deadlines/deadline-queries.ts';
import { fulfilmentQueries } from './fulfilment/fulfilment-queries.ts';
import { issuingQueries } from './issuing/issuing-queries.ts';
import { recipientQueries } from './recipients/recipient-queries.ts';
import { reportQueries } from './reports/report-fields.ts';
import { typeQueries } from './types/type-queries.ts';

export const Query: QueryResolvers = {
  ...calendarQueries,
  ...deadlineQueries,
  ...fulfilmentQueries,
  ...issuingQueries,
  ...recipientQueries,
  ...reportQueries,
  ...typeQueries,
};
