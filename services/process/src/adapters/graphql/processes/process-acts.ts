import type { UseCase } from '@guiche/kit/use-case';
import type { MutationResolvers } from '../../../generated/graphql.ts';
import type { Resources } from '../../../permissions.ts';
import type { Ports } from '../../../use-cases/ports.ts';
import { assignProcess } from '../../../use-cases/processes/assign-process.ts';
import { concludeProcess } from '../../../use-cases/processes/conclude-process.ts';
import type { ActResult } from '../../../use-cases/processes/keep-change.ts';
import { receiveProcess } from '../../../use-cases/processes/receive-process.ts';
import { reopenProcess } from '../../../use-cases/processes/reopen-process.ts';
import { sendProcess } from '../../../use-cases/processes/send-process.ts';
import type { GraphQLContext } from '../context.ts';
import type { ProcessActed } from '../models.ts';

/** The acts of units on processes: each is one use case, and all of them answer alike. */
export const processActs = {
  receiveProcess: act(receiveProcess),
  assignProcess: act(assignProcess),
  sendProcess: act(sendProcess),
  concludeProcess: act(concludeProcess),
  reopenProcess: act(reopenProcess),
} satisfies MutationResolvers;

function act<Action extends keyof Resources, Input, Prepared>(useCase: UseCase<Ports, Resources, Action, Input, Prepared, ActResult>) {
  return async (
    _parent: unknown,
    { input }: { input: Input & { readonly idempotencyKey?: string | null | undefined } },
    { execute }: GraphQLContext,
  ): Promise<ProcessActed> => {
    const { result, replayed } = await execute(useCase, input);
    return { ...result, replayed };
  };
}
