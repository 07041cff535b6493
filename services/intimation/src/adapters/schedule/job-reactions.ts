import { systemActor } from '@guiche/kit/auth';
import type { JobBatchReaction, JobReaction } from '@guiche/kit/host';
import type { Logger } from '@guiche/kit/log';
import type { Pipeline } from '@guiche/kit/use-case';
import type { Resources } from '../../permissions.ts';
import { fulfilAllTacitly } from '../../use-cases/fulfilment/fulfil-all-tacitly.ts';
import { fulfilTacitly } from '../../use-cases/fulfilment/fulfil-tacitly.ts';
import { markAllOverdue } from '../../use-cases/fulfilment/mark-all-overdue.ts';
import { markNoticeOverdue } from '../../use-cases/fulfilment/mark-notice-overdue.ts';
import { remindOfAnswers } from '../../use-cases/fulfilment/remind-of-answers.ts';
import { remindOfAnswer } from '../../use-cases/fulfilment/remind-of-answer.ts';
import { watchIntimation } from '../../use-cases/issuing/watch-intimation.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { clearReport } from '../../use-cases/reports/clear-report.ts';
import { writeReport } from '../../use-cases/reports/write-report.ts';
import { createAlarms } from '../log/create-alarms.ts';
import type { IntimationJobs } from './intimation-jobs.ts';

const intimationSaga = systemActor('intimation-saga');
const tacitDeadlines = systemActor('tacit-deadlines');
const responseDeadlines = systemActor('response-deadlines');
const intimationReports = systemActor('intimation-reports');

/** Job -> the one use case that does it. */
export function jobReactions(
  { execute }: Pipeline<Resources, Ports>,
  { log }: { readonly log: Logger },
): {
  readonly [Kind in keyof IntimationJobs]: JobReaction<Kind, IntimationJobs[Kind]>;
} {
  const alarms = createAlarms(log);
  return {
    async 'watch-intimation'({ data }, trigger, origin) {
      const { result } = await execute(watchIntimation, { input: data, actor: intimationSaga, origin, trigger });
      alarms.intimationWatched(result);
    },
    'fulfil-tacitly': ({ data }, trigger, origin) => execute(fulfilTacitly, { input: data, actor: tacitDeadlines, origin, trigger }),
    'write-report': ({ data }, trigger, origin) => execute(writeReport, { input: data, actor: intimationReports, origin, trigger }),
    'clear-report': ({ data }, trigger, origin) => execute(clearReport, { input: data, actor: intimationReports, origin, trigger }),
    'mark-overdue': ({ data }, trigger, origin) => execute(markNoticeOverdue, { input: data, actor: responseDeadlines, origin, trigger }),
    remind: ({ data }, trigger, origin) => execute(remindOfAnswer, { input: data, actor: responseDeadlines, origin, trigger }),
  };
}

/** What falls due together is done a hundred at once; one that fails sends each its own way. */
export function jobBatches({ execute }: Pipeline<Resources, Ports>): {
  readonly [Kind in 'fulfil-tacitly' | 'mark-overdue' | 'remind']: JobBatchReaction<Kind, IntimationJobs[Kind]>;
} {
  return {
    'fulfil-tacitly': {
      size,
      react: (jobs, trigger, origin) => execute(fulfilAllTacitly, { input: { noticeIds: noticesOf(jobs) }, actor: tacitDeadlines, origin, trigger }),
    },
    'mark-overdue': {
      size,
      react: (jobs, trigger, origin) => execute(markAllOverdue, { input: { noticeIds: noticesOf(jobs) }, actor: responseDeadlines, origin, trigger }),
    },
    remind: {
      size,
      react: (jobs, trigger, origin) => {
        const input = { noticeIds: noticesOf(jobs), daysBefore: jobs.map(({ data }) => data.daysBefore) };
        return execute(remindOfAnswers, { input, actor: responseDeadlines, origin, trigger });
      },
    },
  };
}

const size = 100;

function noticesOf(jobs: readonly { readonly data: { readonly noticeId: string } }[]): readonly string[] {
  return jobs.map(({ data }) => data.noticeId);
}
