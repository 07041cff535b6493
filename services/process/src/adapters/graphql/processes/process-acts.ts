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
import { suspendProcess } from '../../../use-cases/processes/suspend-process.ts';
import { resumeProcess } from '../../../use-cases/processes/resume-process.ts';
import { annexProcess } from '../../../use-cases/processes/annex-process.ts';
import { detachProcess } from '../../../use-cases/processes/detach-process.ts';
import { relateProcesses } from '../../../use-cases/processes/relate-processes.ts';
import { unrelateProcesses } from '../../../use-cases/processes/unrelate-processes.ts';
import { updateProcess } from '../../../use-cases/processes/update-process.ts';
import { markProcess } from '../../../use-cases/processes/mark-process.ts';
import { grantCredential } from '../../../use-cases/processes/grant-credential.ts';
import { revokeCredential } from '../../../use-cases/processes/revoke-credential.ts';
import type { GraphQLContext } from '../context.ts';
import type { ProcessActed } from '../models.ts';
import { batch } from './batch.ts';

/** The acts of units on processes: each is one use case, and all of them answer alike. */
export const processActs = {
  receiveProcess: act(receiveProcess),
  assignProcess: act(assignProcess),
  sendProcess: act(sendProcess),
  concludeProcess: act(concludeProcess),
  reopenProcess: act(reopenProcess),
  suspendProcess: act(suspendProcess),
  resumeProcess: act(resumeProcess),
  annexProcess: act(annexProcess),
  detachProcess: act(detachProcess),
  relateProcesses: act(relateProcesses),
  unrelateProcesses: act(unrelateProcesses),
  updateProcess: act(updateProcess),
  markProcess: act(markProcess),
  grantCredential: act(grantCredential),
  revokeCredential: act(revokeCredential),
  receiveProcesses: batch(receiveProcess),
  assignProcesses: batch(assignProcess),
  sendProcesses: batch(sendProcess),
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
