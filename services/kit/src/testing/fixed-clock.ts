/** A clock that stands still until the test moves it. `now` may be passed on by itself. */
export interface MovableClock {
  readonly now: () => Date;
  set(iso: string): void;
  /** Moves on by the sum of the parts; negative parts move back. */
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number; ms?: number }): void;
}

/** A clock that stands at `iso` (an instant with its offset, such as `2026-03-02T09:00:00-03:00`). */
export function fixedClock(iso: string): MovableClock {
  let time = parse(iso);
  return {
    now: () => new Date(time),
    set(next) {
      time = parse(next);
    },
    advance({ days = 0, hours = 0, minutes = 0, seconds = 0, ms = 0 }) {
      time += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + ms;
    },
  };
}

function parse(iso: string): number {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) throw new RangeError(`Not an instant: ${iso}`);
  return time;
}
