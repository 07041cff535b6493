import type { Connection } from 'mongoose';
import { calendarSchema } from './calendar/calendar-row.ts';
import { intimationSchema } from './issuing/intimation-row.ts';
import { noticeSchema } from './issuing/notice-row.ts';
import { unitSchema } from './issuing/unit-row.ts';
import { recipientSchema } from './recipients/recipient-row.ts';

/** Collections of this service; their indexes are built before it serves. */
export function registerModels(connection: Connection): void {
  connection.model('Calendar', calendarSchema);
  connection.model('Intimation', intimationSchema);
  connection.model('Notice', noticeSchema);
  connection.model('Recipient', recipientSchema);
  connection.model('Unit', unitSchema);
}
