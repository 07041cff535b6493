import type { AskSubgraph, Step } from './fetch.ts';
import { createFetch } from './fetch.ts';
import type { PlanNode, QueryPlan } from './plan-nodes.ts';
import type { IsOfType } from './subtypes.ts';

/** What the steps of plans are made with. */
export interface StepOptions {
  readonly subgraphs: ReadonlyMap<string, AskSubgraph>;
  readonly isOfType: IsOfType;
}

/** Turns a plan into what runs it. Nodes for deferred parts and subscriptions are refused: nothing here makes them. */
export function createSteps({ node }: QueryPlan, options: StepOptions): Step {
  if (node === undefined) return () => Promise.resolve();
  if (node.kind === 'Subscription') throw new Error('Subscriptions are not part of the graph');
  return createStep(node, options);
}

function createStep(node: PlanNode, options: StepOptions): Step {
  switch (node.kind) {
    case 'Fetch': {
      const ask = options.subgraphs.get(node.serviceName);
      if (ask === undefined) throw new Error(`The plan asks "${node.serviceName}", which nobody serves`);
      return createFetch(node, ask, options.isOfType);
    }
    case 'Flatten': {
      const step = createStep(node.node, options);
      return (run, path) => step(run, [...path, ...node.path]);
    }
    case 'Sequence': {
      const steps = node.nodes.map((child) => createStep(child, options));
      return async (run, path) => {
        for (const step of steps) await step(run, path);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((child) => createStep(child, options));
      return async (run, path) => {
        await Promise.all(steps.map((step) => step(run, path)));
      };
    }
    case 'Condition': {
      const yes = node.ifClause && createStep(node.ifClause, options);
      const no = node.elseClause && createStep(node.elseClause, options);
      return async (run, path) => {
        const value = run.conditions[node.condition];
        if (typeof value !== 'boolean') throw new Error(`Variable "${node.condition}" of a condition is no Boolean`);
        await (value ? yes : no)?.(run, path);
      };
    }
    case 'Defer':
      throw new Error('Deferred parts are not part of the graph');
  }
}
