import type { Logger } from '@guiche/kit/log';
import type { WatchedIntimation } from '../../use-cases/issuing/watch-intimation.ts';

/** What somebody has to look at. */
export interface Alarms {
  intimationWatched(watched: WatchedIntimation): void;
}

/** Alarms are lines of the log that say so; whoever runs the platform is woken by them. */
export function createAlarms(log: Logger): Alarms {
  return {
    intimationWatched({ isStuck, ...intimation }) {
      if (isStuck) log.error({ alarm: true, ...intimation }, 'an intimation waits for its binding for too long');
    },
  };
}
