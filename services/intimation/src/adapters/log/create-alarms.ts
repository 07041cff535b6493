import type { Logger } from '@guiche/kit/log';
import type { IssuingAlarms } from '../../use-cases/issuing/ports.ts';

/** Alarms are lines of the log that say so; whoever runs the platform is woken by them. */
export function createAlarms(log: Logger): IssuingAlarms {
  return {
    intimationStuck(intimation) {
      log.error({ alarm: true, ...intimation }, 'an intimation waits for its binding for too long');
    },
  };
}
