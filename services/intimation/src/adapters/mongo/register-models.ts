import type { Connection } from 'mongoose';
import { calendarSchema } from './calendar/calendar-row.ts';
import { intimationSchema } from './issuing/intimation-row.ts';
import { noticeSchema } from './issuing/notice-row.ts';
import { unitSchema } from './issuing/unit-row.ts';
import { recipientSchema } from './recipients/recipient-row.ts';
import { intimationTypeSchema, responseTypeSchema } from './types/type-rows.ts';

/** Collections of this service; their indexes are built before it serves. */
export function registerModels(connection: Connection): void {
  connection.model('Calendar', calendarSchema);
  connection.model('Intimation', intimationSchema);
  connection.model('IntimationType', intimationTypeSchema);
  connection.model('Notice', noticeSchema);
  connection.model('Recipient', recipientSchema);
  connection.model('ResponseType', responseTypeSchema);
  connection.model('Unit', unitSchema);
}
