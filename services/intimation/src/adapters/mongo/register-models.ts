import type { Connection } from 'mongoose';
import { calendarChangeSchema } from './calendar/calendar-change-repository.ts';
import { calendarSchema } from './calendar/calendar-row.ts';
import { holidaySchema } from './calendar/holiday-repository.ts';
import { municipalitySchema } from './calendar/municipality-repository.ts';
import { outageSchema } from './calendar/outage-repository.ts';
import { recomputationSchema } from './calendar/recomputation-row.ts';
import { failedJobSchema } from './fulfilment/failed-job-row.ts';
import { intimationSchema } from './issuing/intimation-row.ts';
import { noticeSchema } from './issuing/notice-row.ts';
import { unitSchema } from './issuing/unit-row.ts';
import { recipientSchema } from './recipients/recipient-row.ts';
import { reportExportSchema } from './reports/report-export-row.ts';
import { usedDownloadSchema } from './reports/used-download-row.ts';
import { intimationTypeSchema, responseTypeSchema } from './types/type-rows.ts';

/** Collections of this service; their indexes are built before it serves. */
export function registerModels(connection: Connection): void {
  connection.model('Calendar', calendarSchema);
  connection.model('CalendarChange', calendarChangeSchema);
  connection.model('FailedJob', failedJobSchema);
  connection.model('Holiday', holidaySchema);
  connection.model('Intimation', intimationSchema);
  connection.model('IntimationType', intimationTypeSchema);
  connection.model('Municipality', municipalitySchema);
  connection.model('Notice', noticeSchema);
  connection.model('Outage', outageSchema);
  connection.model('Recipient', recipientSchema);
  connection.model('Recomputation', recomputationSchema);
  connection.model('ReportExport', reportExportSchema);
  connection.model('ResponseType', responseTypeSchema);
  connection.model('Unit', unitSchema);
  connection.model('UsedDownload', usedDownloadSchema);
}
