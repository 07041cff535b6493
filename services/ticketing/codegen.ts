import { subgraphCodegen } from '../../scripts/src/codegen.ts';

// GraphQL type -> the type its resolvers receive.
export default subgraphCodegen({
  Service: '../domain/catalogue.ts#CityService',
  ServiceForm: '../domain/catalogue.ts#CityService',
  FormField: '../domain/form.ts#FormField',
  Ticket: '../domain/ticket.ts#Ticket',
  TicketSettlement: '../domain/ticket.ts#Settlement',
  TicketSolution: '../domain/ticket.ts#Solution',
  TicketStatus: '../domain/ticket-status.ts#TicketStatus',
  TicketFile: '../domain/ticket-file.ts#TicketFile',
  TicketEntry: '../domain/ticket-entry.ts#TicketEntry',
  TicketAuthor: '../domain/ticket-entry.ts#TicketAuthor',
  TicketSettings: '../domain/auto-close.ts#TicketSettings',
});
