import type { Logger } from '@guiche/kit/log';
import type { JobCounts } from '@guiche/kit/schedule';

/** The oldest due row may be this old before it is an alarm. */
export const dueRowAlarmMs = 60_000;

const everyMs = 15_000;

/** Says in the log, again and again, that something due for intimations is not done; `look` does it once. */
export function watchDueDates(options: {
  readonly counts: () => Promise<JobCounts>;
  readonly unserved: () => Promise<number>;
  readonly log: Logger;
}): { look(): Promise<void>; stop(): void } {
  const { counts, unserved, log } = options;
  const look = async (): Promise<void> => {
    try {
      const [{ overdueMs, failed }, notices] = await Promise.all([counts(), unserved()]);
      if (overdueMs <= dueRowAlarmMs && notices === 0) return;
      log.error({ alarm: true, oldestDueMs: overdueMs, failed, overdueUnserved: notices }, 'dates of intimations are over and not served');
    } catch (error) {
      log.warn({ err: error }, 'no look at the dates of intimations');
    }
  };
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return {
    look,
    stop() {
      clearInterval(timer);
    },
  };
}
