import { getVariableValues, Kind, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Run } from './plan/fetch.ts';
import type { Fields } from './plan/fields.ts';
import type { Planned } from './plan/plan-nodes.ts';
import { createSteps, type StepOptions } from './plan/steps.ts';
import type { GatewayContext } from './request-context.ts';
import { choiceOf, conditionVariables } from './shape/conditions.ts';
import { introspect } from './shape/introspection.ts';
import { createShaper } from './shape/shaper.ts';

export interface OperationResult {
  readonly data: Fields | null;
  readonly errors: readonly Error[];
  /** Why fields are null without an error: a subgraph broke the promises of the graph. */
  readonly reasons: readonly string[];
}

/** An operation that was found right and planned, ready to run again and again. */
export interface PlannedOperation {
  /** The variables with their defaults, as the types read them; undefined when one does not fit. */
  readVariables(given: Fields): Fields | undefined;
  run(given: Fields, read: Fields, context: GatewayContext): Promise<OperationResult>;
}

/** More choices of fields than this in one document are made anew each time. */
const shapersKept = 16;

/**
 * Runs what @apollo/gateway planned. Its own executor reads the operation, clones keys and walks types for every
 * object of every answer; here that is done once per operation (README.md tells what this saves).
 */
export function createPlannedOperation({ queryPlan, operationContext }: Planned, schema: GraphQLSchema, options: StepOptions): PlannedOperation {
  const { operation, fragments } = operationContext;
  const { variableDefinitions = [] } = operation;
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] };
  const step = createSteps(queryPlan, options);
  const conditionals = conditionVariables(document);
  const shapers = new LRUCache<string, ReturnType<typeof createShaper>>({ max: shapersKept });

  const shaperFor = (conditions: Fields): ReturnType<typeof createShaper> => {
    const choice = choiceOf(conditionals, conditions);
    const known = shapers.get(choice);
    if (known !== undefined) return known;
    const shaper = createShaper({ schema, operation, fragments, conditions });
    shapers.set(choice, shaper);
    return shaper;
  };

  return {
    readVariables(given) {
      if (variableDefinitions.length === 0) return {};
      return getVariableValues(schema, variableDefinitions, given).coerced;
    },

    async run(given, read, context) {
      const shape = shaperFor(read);
      const run: Run = { context, variables: given, conditions: read, data: {}, errors: [] };
      await step(run, []);
      const reasons: string[] = [];
      const data = shape(run.data, {
        introspect: (node) => introspect(node, { schema, operation, fragments, variables: given }),
        reasons,
      });
      return { data, errors: run.errors, reasons };
    },
  };
}
