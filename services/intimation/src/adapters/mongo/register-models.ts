import type { Connection } from 'mongoose';
import { calendarSchema } from './calendar/calendar-row.ts';
import { recipientSchema } from './recipients/recipient-row.ts';

/** Collections of this service; their indexes are built before it serves. */
export function registerModels(connection: Connection): void {
  connection.model('Calendar', calendarSchema);
  connection.model('Recipient', recipientSchema);
}
