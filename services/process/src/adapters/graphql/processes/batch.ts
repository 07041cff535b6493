import { refuseProblems } from '@guiche/kit/errors';
import type { UseCase } from '@guiche/kit/use-case';
import type { ProcessBatchPayload, ProcessBatchResult } from '../../../generated/graphql.ts';
import type { Resources } from '../../../permissions.ts';
import type { Ports } from '../../../use-cases/ports.ts';
import type { GraphQLContext } from '../context.ts';
import { refusalOf } from '../refusal-of.ts';

const batchLimit = 100;
/** As many at once: a batch must not take all connections to the database. */
const together = 5;

interface BatchInput {
  readonly processIds: readonly string[];
  readonly idempotencyKey?: string | null | undefined;
}

/** The same act on many processes: each in a transaction and under a key of its own, so that one refusal stops nothing else. */
export function batch<Action extends keyof Resources, Input extends { readonly processId: string }, Prepared, Result>(
  useCase: UseCase<Ports, Resources, Action, Input, Prepared, Result>,
) {
  return async (
    _parent: unknown,
    { input: { processIds, idempotencyKey, ...common } }: { input: BatchInput & Omit<Input, 'processId'> },
    { execute, language }: GraphQLContext,
  ): Promise<ProcessBatchPayload> => {
    const ids = [...new Set(processIds)];
    refuseSize(ids.length);
    const one = async (processId: string): Promise<ProcessBatchResult> => {
      const key = idempotencyKey == null ? {} : { idempotencyKey: `${idempotencyKey}:${processId}` };
      const item = { ...common, processId, ...key } as unknown as Input & { readonly idempotencyKey?: string };
      try {
        const { replayed } = await execute(useCase, item);
        return { processId, refusal: null, replayed };
      } catch (error) {
        return { processId, refusal: refusalOf(error, language), replayed: false };
      }
    };
    const results: ProcessBatchResult[] = [];
    for (let start = 0; start < ids.length; start += together) {
      results.push(...(await Promise.all(ids.slice(start, start + together).map(one))));
    }
    return { results, replayed: results.every(({ replayed }) => replayed) };
  };
}

function refuseSize(size: number): void {
  const maximum = String(batchLimit);
  const message = { pt: `Escolha de 1 a ${maximum} processos.`, en: `Choose 1 to ${maximum} processes.` };
  refuseProblems(size >= 1 && size <= batchLimit ? [] : [{ path: 'processIds', code: 'OUT_OF_RANGE', message }]);
}
