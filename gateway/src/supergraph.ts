import type { Logger } from '@guiche/kit/log';
import { LRUCache } from 'lru-cache';
import { createAdmission } from './admission.ts';
import { gatewayErrors } from './errors.ts';
import { formatErrors, formatRefusal, type Reader } from './format-error.ts';
import type { Graph, GraphAnswer, GraphqlBody } from './graph.ts';
import { limits } from './limits.ts';
import type { AskSubgraph } from './plan/fetch.ts';
import { readSubtypes } from './plan/subtypes.ts';
import { createPlannedOperation, type OperationResult, type PlannedOperation } from './planned-operation.ts';
import type { GatewayContext } from './request-context.ts';

/** About the memory of the longest document that is let in. */
const bytesPerLetter = 40;
const plansKeptBytes = 32 * 1024 * 1024;

/**
 * Loads the committed supergraph; no subgraph has to be up. Every operation is admitted by Apollo Server and planned by
 * @apollo/gateway once; from then on the plan is run as it is.
 */
export async function createGraph(options: {
  supergraphSdl: string;
  subgraphs: ReadonlyMap<string, AskSubgraph>;
  introspection: boolean;
  log: Logger;
}): Promise<Graph> {
  const { log, subgraphs, supergraphSdl } = options;
  const isOfType = readSubtypes(supergraphSdl);
  const admission = await createAdmission({ ...options, served: new Set(subgraphs.keys()) });
  const { schema } = admission;
  const known = new LRUCache<string, Map<string | null, PlannedOperation>>({
    maxSize: plansKeptBytes,
    sizeCalculation: (_operations, text) => text.length * bytesPerLetter + 10_000,
  });

  const admit = async (body: GraphqlBody, reader: Reader, accept: string): Promise<PlannedOperation | GraphAnswer> => {
    const admitted = await admission.admit(body, reader, accept);
    if ('refusal' in admitted) return admitted.refusal;
    const operation = createPlannedOperation(admitted.planned, schema, { subgraphs, isOfType });
    const operations = known.get(body.query) ?? new Map<string | null, PlannedOperation>();
    known.set(body.query, operations.set(body.operationName, operation));
    return operation;
  };

  return {
    schema,

    async execute(body, context, accept) {
      const reader = { language: context.language, correlationId: context.correlationId, log };
      const type = acceptable(accept);
      const variables = body.variables ?? {};
      const found = known.get(body.query)?.get(body.operationName);
      const read = found?.readVariables(variables);
      // A variable that does not fit is refused by who admits: the wording is the same as at the first time.
      const operation = found === undefined || read === undefined ? await admit(body, reader, type) : found;
      if ('status' in operation) return operation;
      const result = await operation.run(variables, read ?? operation.readVariables(variables) ?? {}, context);
      return { status: 200, contentType: `${type}; charset=utf-8`, body: answerOf(result, context, reader) };
    },

    async prepare(body) {
      const answer = await admit(body, { language: 'en', correlationId: 'start', log }, 'application/json');
      return 'status' in answer ? answer : undefined;
    },

    stop: () => admission.stop(),
  };
}

/** The newer media type when it is asked for, else plain JSON whatever is asked for. */
function acceptable(accept: string | undefined): string {
  return accept?.includes('application/graphql-response+json') === true ? 'application/graphql-response+json' : 'application/json';
}

function answerOf({ data, errors, reasons }: OperationResult, context: GatewayContext, reader: Reader): string {
  const answered = JSON.stringify(data);
  const extensions = context.explain ? `,"extensions":${JSON.stringify(explanation(context))}` : '';
  if (errors.length > 0) return `{"errors":${JSON.stringify(formatErrors(errors, reader))},"data":${answered}${extensions}}`;
  if (data !== null) return `{"data":${answered}${extensions}}`;
  reader.log.error({ reasons: reasons.slice(0, 5), correlationId: reader.correlationId }, 'subgraphs left out what may not be null');
  return `{"errors":${JSON.stringify([formatRefusal(gatewayErrors.INTERNAL_ERROR(), reader)])},"data":null${extensions}}`;
}

function explanation({ requests, cost }: GatewayContext): object {
  const total = [...requests.values()].reduce((sum, count) => sum + count, 0);
  return { subgraphRequests: { total, byService: Object.fromEntries(requests) }, cost: { requested: cost, limit: limits.cost } };
}
