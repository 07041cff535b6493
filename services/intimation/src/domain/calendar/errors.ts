import { defineErrors } from '@guiche/kit/errors';

/** Refusals about calendars. */
export const calendarErrors = defineErrors({
  CALENDAR_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não há calendário configurado para este município.',
    en: 'No calendar is configured for this municipality.',
  },
  HOLIDAYS_SOURCE_UNKNOWN: {
    kind: 'invalid',
    pt: 'A origem dos feriados deve ser "BR" ou "BR-UF", com uma UF que existe.',
    en: 'The source of holidays must be "BR" or "BR-UF" with a state that exists.',
  },
  YEAR_OUT_OF_RANGE: {
    kind: 'invalid',
    pt: 'Peça um ano de 1990 a 2100.',
    en: 'Ask for a year from 1990 to 2100.',
  },
});
