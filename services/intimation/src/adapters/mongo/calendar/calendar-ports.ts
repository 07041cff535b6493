import type { ClientSession, Connection } from 'mongoose';
import type { CalendarPorts } from '../../../use-cases/calendar/ports.ts';
import { calendarChangeRepository } from './calendar-change-repository.ts';
import { calendarRepository } from './calendar-repository.ts';
import { holidayRepository } from './holiday-repository.ts';
import { municipalityRepository } from './municipality-repository.ts';
import { openResponseDeadlines } from './open-response-deadlines.ts';
import { outageRepository } from './outage-repository.ts';
import { recomputationRepository } from './recomputation-repository.ts';

/** Everything that use cases of the calendar keep here. */
export function calendarPorts(connection: Connection, session: ClientSession | undefined): Omit<CalendarPorts, 'holidaysOf'> {
  return {
    calendars: calendarRepository(connection, session),
    calendarChanges: calendarChangeRepository(connection, session),
    holidays: holidayRepository(connection, session),
    municipalities: municipalityRepository(connection, session),
    outages: outageRepository(connection, session),
    recomputations: recomputationRepository(connection, session),
    openResponseDeadlines: (municipalityId, from, to) => openResponseDeadlines(connection, municipalityId, from, to),
  };
}
