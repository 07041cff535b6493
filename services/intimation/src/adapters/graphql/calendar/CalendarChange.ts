import type { CalendarChangeKind } from '../../../domain/calendar/calendar-change.ts';
import type { CalendarChangeResolvers } from '../../../generated/graphql.ts';
import { viewOf } from '../view-of.ts';

const kinds: Readonly<Record<CalendarChangeKind, string>> = {
  CONFIGURED: 'Calendário configurado',
  HOLIDAY_REGISTERED: 'Feriado registrado',
  HOLIDAY_REMOVED: 'Feriado excluído',
  OUTAGE_REGISTERED: 'Indisponibilidade registrada',
  OUTAGE_WITHDRAWN: 'Indisponibilidade anulada',
};

export const CalendarChange: CalendarChangeResolvers = {
  kind: ({ kind }) => viewOf(kinds, kind),
  by: ({ by }) => ({ id: by }),
};
