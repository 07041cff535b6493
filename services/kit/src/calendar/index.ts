export {
  addDays,
  atLocalTime,
  daysBetween,
  endOfLocalDay,
  formatLocalDate,
  formatLocalDateTime,
  inBrasilia,
  isTimeZone,
  localDate,
  parseLocalDate,
  startOfLocalDay,
} from './local-date.ts';
export type { LocalDate } from './local-date.ts';
