import { addDays, localDate } from '@guiche/kit/calendar';
import { defaultTimeZone } from '../../domain/calendar/municipality.ts';
import type { Municipality } from '../../domain/calendar/municipality.ts';
import { recomputationOf } from '../../domain/calendar/calendar-change.ts';
import { defineUseCase } from '../define.ts';

/** What identity says of a municipality; the clock is ahead of real time in training alone (OB-07). */
export interface NotedMunicipality extends Municipality {
  readonly clockAheadSeconds: number;
}

/** Keeps what legal dates need to know of a municipality; in another time zone its pending dates end at other instants. */
export const noteMunicipality = defineUseCase({
  name: 'noteMunicipality',
  action: 'municipality:note',
  load: ({ input }: { input: NotedMunicipality }) => ({ municipalityId: input.id }),
  async run({ input: { clockAheadSeconds, ...input }, now, newId }, { municipalities, recomputations, cityClocks }) {
    const former = (await municipalities.find(input.id))?.timeZone ?? defaultTimeZone;
    await municipalities.save(input);
    await cityClocks.move(input.id, clockAheadSeconds * 1000);
    if (former !== input.timeZone) {
      const summary = `Fuso horário do município alterado de ${former} para ${input.timeZone}.`;
      const change = { id: newId(), municipalityId: input.id, at: now, summary, body: null };
      // The zones of the country lie less than a day apart.
      await recomputations.insert(recomputationOf(change, 'SETTINGS', addDays(localDate(now, input.timeZone), -1)));
    }
    return { result: input.id };
  },
});
