import { scalarResolvers } from '@guiche/kit/graphql';
import { FailedNotice } from './fulfilment/FailedNotice.ts';
import { Intimation } from './issuing/Intimation.ts';
import { IntimationNotice } from './issuing/IntimationNotice.ts';
import { IntimationPreview } from './issuing/IntimationPreview.ts';
import { IssuedIntimationType } from './issuing/IssuedIntimationType.ts';
import { NoticeConnection } from './issuing/NoticeConnection.ts';
import { NoticeDeadline } from './issuing/NoticeDeadline.ts';
import { NoticeFulfilment } from './issuing/NoticeFulfilment.ts';
import { NoticeRecipient } from './issuing/NoticeRecipient.ts';
import { NoticeResponse } from './issuing/NoticeResponse.ts';
import { NoticeResponseDeadline } from './issuing/NoticeResponseDeadline.ts';
import { NoticeStatusCount } from './issuing/NoticeStatusCount.ts';
import { RecipientPreview } from './issuing/RecipientPreview.ts';
import { ResponseOption } from './issuing/ResponseOption.ts';
import { IntimationRecipient } from './recipients/IntimationRecipient.ts';
import { reportTypes } from './reports/report-types.ts';
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
  FailedNotice,
  Intimation,
  IntimationNotice,
  IntimationPreview,
  IntimationRecipient,
  IntimationType,
  IssuedIntimationType,
  LocalDate,
  MunicipalCalendar,
  Municipality,
  Mutation,
  NoticeConnection,
  NoticeDeadline,
  NoticeFulfilment,
  NoticeRecipient,
  NoticeResponse,
  NoticeResponseDeadline,
  NoticeStatusCount,
  Query,
  RecipientPreview,
  ResponseOption,
  ResponseType,
  ...reportTypes,
};
