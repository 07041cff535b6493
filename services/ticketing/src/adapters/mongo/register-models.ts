import type { Connection } from 'mongoose';
import { entrySchema } from './entry-document.ts';
import { municipalitySchema, staffMemberSchema, unitSchema } from './place-document.ts';
import { serviceSchema } from './service-document.ts';
import { settingsSchema } from './settings-document.ts';
import { ticketSchema } from './ticket-document.ts';
import { ticketFileSchema } from './ticket-file-document.ts';

/** Collections of this service; their indexes are built before it serves. */
export function registerModels(connection: Connection): void {
  connection.model('Service', serviceSchema);
  connection.model('Ticket', ticketSchema);
  connection.model('TicketEntry', entrySchema);
  connection.model('TicketFile', ticketFileSchema);
  connection.model('TicketSettings', settingsSchema);
  connection.model('Municipality', municipalitySchema);
  connection.model('Unit', unitSchema);
  connection.model('StaffMember', staffMemberSchema);
}
