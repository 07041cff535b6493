import type { Connection } from 'mongoose';
import { calendarSchema } from './calendar-document.ts';
import { recipientSchema } from './recipient-document.ts';

/** Collections of this service; their indexes are built before it serves. */
export function registerModels(connection: Connection): void {
  connection.model('Calendar', calendarSchema);
  connection.model('Recipient', recipientSchema);
}
