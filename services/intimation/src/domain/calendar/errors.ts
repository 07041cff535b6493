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
  HOLIDAY_DATE_UNCLEAR: {
    kind: 'invalid',
    pt: 'Informe uma só forma de data do feriado: data única, dia do ano ou dias a contar da Páscoa.',
    en: 'Give the day of the holiday in one way only: a single date, a day of the year, or days counted from Easter.',
  },
  HOLIDAY_NEVER_FALLS: {
    kind: 'invalid',
    pt: 'Esse dia não existe em nenhum dos anos indicados. Confira o dia e os anos.',
    en: 'There is no such day in any of these years. Check the day and the years.',
  },
  HOLIDAY_ALREADY_REGISTERED: {
    kind: 'conflict',
    pt: 'Já há um feriado registrado nesse dia: {name}. Exclua-o antes de registrar outro.',
    en: 'A holiday is registered on that day already: {name}. Remove it before you register another one.',
  },
  HOLIDAY_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Feriado não encontrado entre os registrados deste município.',
    en: 'No such holiday among those registered for this municipality.',
  },
  TOO_MANY_HOLIDAYS: {
    kind: 'conflict',
    pt: 'O município já tem {maximum} feriados registrados. Exclua os que não valem mais.',
    en: 'The municipality has {maximum} registered holidays already. Remove those that no longer count.',
  },
  OUTAGE_OVERLAPS: {
    kind: 'conflict',
    pt: 'Já há uma indisponibilidade registrada de {start} a {end}. Informe um período que não a toque, ou anule-a antes.',
    en: 'An outage is registered from {start} to {end} already. Give a period that does not touch it, or withdraw it before.',
  },
  OUTAGE_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Indisponibilidade não encontrada entre as deste município.',
    en: 'No such outage of this municipality.',
  },
  OUTAGE_WITHDRAWN_ALREADY: {
    kind: 'conflict',
    pt: 'Esta indisponibilidade já foi anulada.',
    en: 'This outage was withdrawn already.',
  },
});
