import { configureCalendar as configure } from '../../domain/calendar/municipal-calendar.ts';
import type { CalendarSettings } from '../../domain/calendar/municipal-calendar.ts';
import { defineUseCase } from '../define.ts';

export interface ConfigureCalendar extends CalendarSettings {
  readonly expectedVersion?: number | null | undefined;
}

/** Sets the calendar of a municipality, whole. */
export const configureCalendar = defineUseCase({
  name: 'configureCalendar',
  action: 'calendar:configure',
  load: ({ input }: { input: ConfigureCalendar }) => ({ municipalityId: input.municipalityId }),
  async run({ input }, { calendars }) {
    const { expectedVersion, ...settings } = input;
    const current = await calendars.find(input.municipalityId);
    const { state, events } = configure(current, settings, expectedVersion ?? undefined);
    if (events.length === 0) return { result: state };
    await calendars.save(state);
    return {
      result: state,
      events,
      audit: [
        {
          entity: { type: 'calendar', id: input.municipalityId },
          municipalityId: input.municipalityId,
          before: current ?? null,
          after: state,
        },
      ],
    };
  },
});
