import type { DayInTheWay as Day } from '../../../domain/deadlines/deadline.ts';
import type { DayInTheWayResolvers } from '../../../generated/graphql.ts';
import { viewOf } from '../view-of.ts';

const kinds: Readonly<Record<Day['kind'], string>> = {
  SATURDAY: 'Sábado',
  SUNDAY: 'Domingo',
  NATIONAL: 'Feriado nacional',
  STATE: 'Feriado estadual',
  MUNICIPAL: 'Feriado municipal',
  BODY: 'Feriado do órgão',
  OPTIONAL_DAY_OFF: 'Ponto facultativo',
  OUTAGE: 'Indisponibilidade do sistema',
};

export const DayInTheWay: DayInTheWayResolvers = {
  kind: ({ kind }) => viewOf(kinds, kind),
};
