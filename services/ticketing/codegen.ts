import { subgraphCodegen } from '../../scripts/src/codegen.ts';

// GraphQL type -> the type its resolvers receive.
export default subgraphCodegen({
  Service: '../domain/catalogue.ts#CityService',
  ServiceForm: '../domain/catalogue.ts#CityService',
  ServiceConnection: '../adapters/graphql/stubs.ts#ServiceConnection as ServiceConnectionModel',
  FormField: '../domain/form.ts#FormField as FormFieldModel',
  Ticket: '../domain/ticket.ts#Ticket as TicketModel',
  TicketConnection: '../adapters/graphql/stubs.ts#TicketConnection as TicketConnectionModel',
  TicketSettlement: '../domain/ticket.ts#Settlement',
  TicketSolution: '../domain/ticket.ts#Solution',
  TicketStatus: '../domain/ticket-status.ts#TicketStatus as TicketStatusModel',
  TicketFile: '../domain/ticket-file.ts#TicketFile as TicketFileModel',
  TicketEntry: '../domain/ticket-entry.ts#TicketEntry as TicketEntryModel',
  TicketAuthor: '../domain/ticket-entry.ts#TicketAuthor as TicketAuthorModel',
  TicketSettings: '../domain/auto-close.ts#TicketSettings as TicketSettingsModel',
});
