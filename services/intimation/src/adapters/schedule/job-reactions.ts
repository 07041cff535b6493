import { systemActor } from '@guiche/kit/auth';
import type { JobReaction } from '@guiche/kit/host';
import type { Pipeline } from '@guiche/kit/use-case';
import type { Resources } from '../../permissions.ts';
import { fulfilTacitly } from '../../use-cases/fulfilment/fulfil-tacitly.ts';
import { markNoticeOverdue } from '../../use-cases/fulfilment/mark-notice-overdue.ts';
import { remindOfAnswer } from '../../use-cases/fulfilment/remind-of-answer.ts';
import { watchIntimation } from '../../use-cases/issuing/watch-intimation.ts';
import type { Ports } from '../../use-cases/ports.ts';
import type { IntimationJobs } from './intimation-jobs.ts';

const intimationSaga = systemActor('intimation-saga');
const tacitDeadlines = systemActor('tacit-deadlines');
const responseDeadlines = systemActor('response-deadlines');

/** Job -> the one use case that does it. */
export function jobReactions({ execute }: Pipeline<Resources, Ports>): {
  readonly [Kind in keyof IntimationJobs & string]: JobReaction<Kind, IntimationJobs[Kind]>;
} {
  return {
    'watch-intimation': ({ data }, trigger, origin) => execute(watchIntimation, { input: data, actor: intimationSaga, origin, trigger }),
    'fulfil-tacitly': ({ data }, trigger, origin) => execute(fulfilTacitly, { input: data, actor: tacitDeadlines, origin, trigger }),
    'mark-overdue': ({ data }, trigger, origin) => execute(markNoticeOverdue, { input: data, actor: responseDeadlines, origin, trigger }),
    remind: ({ data }, trigger, origin) => execute(remindOfAnswer, { input: data, actor: responseDeadlines, origin, trigger }),
  };
}
