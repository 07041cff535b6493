import { subgraphCodegen } from '../../scripts/src/codegen.ts';

// GraphQL type -> the type its resolvers receive.
export default subgraphCodegen({
  Municipality: '../adapters/graphql/stubs.ts#MunicipalityStub',
  MunicipalCalendar: '../domain/municipal-calendar.ts#MunicipalCalendar as MunicipalCalendarModel',
  Holiday: '../domain/municipal-calendar.ts#Holiday as HolidayModel',
  IntimationRecipient: '../domain/recipient.ts#Recipient',
  IntimationRecipientConnection: '../adapters/graphql/stubs.ts#RecipientConnection',
});
