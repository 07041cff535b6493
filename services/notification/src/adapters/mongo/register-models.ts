import type { Connection } from 'mongoose';
import { messageSchema } from './message-document.ts';
import { contactSchema, municipalitySchema, unitSchema } from './projection-documents.ts';

/** Collections of this service; their indexes are built before it serves. */
export function registerModels(connection: Connection): void {
  connection.model('Message', messageSchema);
  connection.model('Contact', contactSchema);
  connection.model('Unit', unitSchema);
  connection.model('Municipality', municipalitySchema);
}
