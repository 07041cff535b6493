import { subgraphCodegen } from '../../scripts/src/codegen.ts';

// GraphQL type -> the type its resolvers receive.
export default subgraphCodegen({
  Municipality: '../adapters/graphql/stubs.ts#MunicipalityStub',
  MunicipalCalendar: '../domain/calendar/municipal-calendar.ts#MunicipalCalendar as MunicipalCalendarModel',
  Holiday: '../domain/calendar/holiday.ts#Holiday as HolidayModel',
  Outage: '../domain/calendar/outage.ts#Outage as OutageModel',
  CalendarChange: '../domain/calendar/calendar-change.ts#CalendarChange as CalendarChangeModel',
  DayInTheWay: '../domain/deadlines/deadline.ts#DayInTheWay as DayInTheWayModel',
  Deadline: '../domain/deadlines/deadline.ts#Deadline as DeadlineModel',
  DeadlineStep: '../domain/deadlines/deadline.ts#DeadlineStep as DeadlineStepModel',
  IntimationType: '../domain/types/intimation-type.ts#IntimationType as IntimationTypeModel',
  ResponseType: '../domain/types/response-type.ts#ResponseType as ResponseTypeModel',
  IntimationRecipient: '../domain/recipients/recipient.ts#Recipient',
  IntimationRecipientConnection: '../adapters/graphql/stubs.ts#RecipientConnection',
});
