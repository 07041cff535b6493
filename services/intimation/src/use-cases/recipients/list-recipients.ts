import { refuseProblems, textProblem } from '@guiche/kit/errors';
import type { PageRequest } from '@guiche/kit/use-case';
import { defineQuery } from '../define.ts';
import type { RecipientFilter } from './ports.ts';

/** Who can be intimated by a municipality. */
export const listRecipients = defineQuery({
  action: 'recipient:list',
  load: ({ input }: { input: { filter: RecipientFilter; page: PageRequest } }) => input.filter,
  run({ input }, { recipients }) {
    refuseName(input.filter);
    return recipients.page(input.filter, input.page);
  },
});

/** How many of them there are; asked apart, because it costs. */
export const countRecipients = defineQuery({
  action: 'recipient:list',
  load: ({ input }: { input: RecipientFilter }) => input,
  run: ({ input }, { recipients }) => recipients.count(input),
});

function refuseName({ name }: RecipientFilter): void {
  const problem = name === undefined ? undefined : textProblem('name', name, { max: 100 });
  refuseProblems(problem === undefined ? [] : [problem]);
}
