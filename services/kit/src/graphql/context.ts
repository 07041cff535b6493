import DataLoader from 'dataloader';
import type { Principal } from '../auth/index.ts';
import type { Language } from '../errors/index.ts';
import type { EntityQuery, Executed, Origin, Pipeline, Query, UseCase } from '../use-case/index.ts';

/**
 * What a resolver has: one call for a command, one for a read, loaders for entities. It decides nothing itself.
 * A service's own context type is `SubgraphContext<Resources, Ports>`.
 */
export interface SubgraphContext<Resources extends object, Ports> {
  readonly actor: Principal;
  readonly origin: Origin;
  /** What the caller reads: for refusals that are part of an answer, such as those of a batch. */
  readonly language: Language;
  /** Takes `idempotencyKey` out of the input by itself. */
  execute<Action extends keyof Resources & string, Input, Prepared, Result>(
    useCase: UseCase<Ports, Resources, Action, Input, Prepared, Result>,
    input: Input & { readonly idempotencyKey?: string | null | undefined },
  ): Promise<Executed<Result>>;
  ask<Action extends keyof Resources & string, Input, Result>(
    query: Query<Ports, Resources, Action, Input, Result>,
    input: Input,
  ): Promise<Result>;
  /** One entity by id through a per-request loader: batched, cached, judged; null when absent or not visible. */
  entity<Action extends keyof Resources & string>(
    query: EntityQuery<Ports, Resources, Action>,
    id: string,
  ): Promise<Resources[Action] | null>;
}

/** The context of one request. */
export function createContext<Resources extends object, Ports>(options: {
  pipeline: Pipeline<Resources, Ports>;
  actor: Principal;
  origin: Origin;
  language: Language;
}): SubgraphContext<Resources, Ports> {
  const { pipeline, actor, origin, language } = options;
  const loaders = new Map<object, DataLoader<string, unknown>>();
  let reading = pipeline.reading();
  /** What is read after an act is read anew. */
  const forget = (): void => {
    reading = pipeline.reading();
    loaders.clear();
  };
  return {
    actor,
    origin,
    language,
    async execute(useCase, { idempotencyKey, ...input }) {
      const executed = await pipeline.execute(useCase, {
        input: input as Parameters<typeof useCase.run>[0]['input'],
        actor,
        origin,
        idempotencyKey: idempotencyKey ?? undefined,
      });
      forget();
      return executed;
    },
    ask: (query, input) => pipeline.ask(query, { input, actor, origin }, reading),
    entity: (query, id) => {
      let loader = loaders.get(query);
      if (loader === undefined) {
        loader = new DataLoader<string, unknown>((ids) => pipeline.askMany(query, ids, actor, reading), { maxBatchSize: 500 });
        loaders.set(query, loader);
      }
      return loader.load(id) as Promise<Resources[typeof query.action] | null>;
    },
  };
}
