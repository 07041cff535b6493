import { platformErrors } from '@guiche/kit/errors';
import { errors } from '../domain/errors.ts';
import { moveClock } from '../domain/municipality.ts';
import type { ClockMove } from '../domain/municipality.ts';
import { defineUseCase } from './define.ts';

export interface MoveTrainingClockInput {
  readonly municipalityId: string;
  readonly to?: Date | null | undefined;
  readonly bySeconds?: number | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

/** Moves the clock of a training municipality ahead, in all services by event (OB-07). */
export const moveTrainingClock = defineUseCase({
  name: 'moveTrainingClock',
  action: 'municipality:move-clock',

  async load({ input }: { input: MoveTrainingClockInput }, { municipalities }) {
    const [municipality] = await municipalities.byIds([input.municipalityId]);
    if (municipality === undefined) throw errors.MUNICIPALITY_NOT_FOUND();
    return municipality;
  },

  async run({ input, now, resource: before }, { municipalities, cityClocks }) {
    if (input.expectedVersion != null && input.expectedVersion !== before.version) throw platformErrors.STALE_VERSION();
    const { state, events } = moveClock(before, moveOf(input), now);
    await municipalities.save(state);
    await cityClocks.move(state.id, state.clockAheadSeconds * 1000);
    const [from, to] = [before, state].map(({ clockAheadSeconds }) => ({ clockAheadSeconds }));
    return {
      result: state,
      events,
      audit: [{ entity: { type: 'municipality', id: state.id }, municipalityId: state.id, before: from ?? null, after: to ?? null }],
    };
  },
});

function moveOf({ to, bySeconds }: MoveTrainingClockInput): ClockMove {
  if (to != null && bySeconds == null) return { to };
  if (bySeconds != null && to == null) return { bySeconds };
  throw errors.CLOCK_MOVE_UNCLEAR();
}
