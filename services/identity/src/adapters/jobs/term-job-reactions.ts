import { systemActor } from '@guiche/kit/auth';
import type { JobReaction } from '@guiche/kit/host';
import type { Pipeline } from '@guiche/kit/use-case';
import type { Resources } from '../../permissions.ts';
import { enforceTermDeadline } from '../../use-cases/enforce-term-deadline.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { remindOfTerm } from '../../use-cases/remind-of-term.ts';
import type { TermJobData } from './term-jobs.ts';

const actor = systemActor('term-jobs');

/** Job -> the one use case that does it. */
export function termJobReactions(pipeline: Pipeline<Resources, Ports>): {
  readonly [Kind in keyof TermJobData]: JobReaction<Kind, TermJobData[Kind]>;
} {
  const remind: JobReaction<'term-reminder', TermJobData['term-reminder']> = ({ data }, trigger, origin) =>
    pipeline.execute(remindOfTerm, { input: data, actor, origin, trigger });
  const enforce: JobReaction<'term-deadline', TermJobData['term-deadline']> = ({ data }, trigger, origin) =>
    pipeline.execute(enforceTermDeadline, { input: data, actor, origin, trigger });
  return { 'term-reminder': remind, 'term-deadline': enforce };
}
