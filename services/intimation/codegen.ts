import { subgraphCodegen } from '../../scripts/src/codegen.ts';

// GraphQL type -> the type its resolvers receive.
export default subgraphCodegen({
  Municipality: '../adapters/graphql/stubs.ts#MunicipalityStub',
  MunicipalCalendar: '../domain/calendar/municipal-calendar.ts#MunicipalCalendar as MunicipalCalendarModel',
  Holiday: '../domain/calendar/municipal-calendar.ts#Holiday as HolidayModel',
  IntimationType: '../domain/types/intimation-type.ts#IntimationType as IntimationTypeModel',
  ResponseType: '../domain/types/response-type.ts#ResponseType as ResponseTypeModel',
  IntimationRecipient: '../domain/recipients/recipient.ts#Recipient',
  IntimationRecipientConnection: '../adapters/graphql/stubs.ts#RecipientConnection',
});
