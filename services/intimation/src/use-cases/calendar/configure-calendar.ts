import { refuseProblems } from '@guiche/kit/errors';
import { changeOf, recomputationOf } from '../../domain/calendar/calendar-change.ts';
import { reasonProblem } from '../../domain/calendar/field-problems.ts';
import { configureCalendar as configure, sameHolidays } from '../../domain/calendar/municipal-calendar.ts';
import type { CalendarSettings } from '../../domain/calendar/municipal-calendar.ts';
import { defineUseCase } from '../define.ts';
import { actOn, auditOf, keepChange } from './calendar-act.ts';

export interface ConfigureCalendar extends Omit<CalendarSettings, 'tacitDaysByProcessType'> {
  /** As they were when left out. */
  readonly tacitDaysByProcessType?: CalendarSettings['tacitDaysByProcessType'] | null | undefined;
  readonly reason?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

/** Sets the calendar of a municipality, whole. */
export const configureCalendar = defineUseCase({
  name: 'configureCalendar',
  action: 'calendar:configure',
  load: ({ input }: { input: ConfigureCalendar }) => ({ municipalityId: input.municipalityId }),
  async run({ input, actor, now, newId }, ports) {
    const { expectedVersion, reason = null, tacitDaysByProcessType, ...settings } = input;
    const current = await ports.calendars.find(input.municipalityId);
    const custom = tacitDaysByProcessType ?? current?.tacitDaysByProcessType ?? [];
    refuseProblems([reasonProblem(reason, false)].filter((problem) => problem !== undefined));
    const { state, events } = configure(current, { ...settings, tacitDaysByProcessType: custom }, expectedVersion ?? undefined);
    if (events.length === 0) return { result: state };
    const act = await actOn(input.municipalityId, { actor, now, newId }, ports);
    const summary = `Calendário configurado: prazo tácito de ${String(state.tacitDays)} dias, feriados de ${state.holidaysSource}.`;
    const change = changeOf(state, act, { kind: 'CONFIGURED', reason, summary, body: null, subjectId: null });
    // Yearly holidays of the settings have no first year: the last twelve months hold every date that can be pending.
    const yearAgo = `${String(Number(act.today.slice(0, 4)) - 1)}-01-01`;
    const recount = current !== undefined && !sameHolidays(current, state);
    await keepChange({ calendar: state, change, recomputation: recount ? recomputationOf(change, 'SETTINGS', yearAgo) : undefined }, ports);
    return { result: state, events, audit: [auditOf(input.municipalityId, current ?? null, state)] };
  },
});
