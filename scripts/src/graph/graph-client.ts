import { randomUUID } from 'node:crypto';

/** One answer of the graph: its data, and how many subgraph requests it took. */
export interface GraphAnswer<Data> {
  readonly data: Data;
  readonly subgraphRequests: Readonly<Record<string, number>>;
}

/** A refusal of the graph, with the code that clients go by. */
export class GraphRefusal extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(message: string, code: string, details: Readonly<Record<string, unknown>>) {
    const fields = Array.isArray(details['fields']) ? ` ${JSON.stringify(details['fields'])}` : '';
    super(`${code}: ${message}${fields}`);
    this.name = 'GraphRefusal';
    this.code = code;
    this.details = details;
  }
}

/** A client of the graph for one caller; `token` undefined is an anonymous one. */
export interface GraphClient {
  /** Throws `GraphRefusal` when the answer holds any error. */
  ask<Data>(document: string, variables?: Record<string, unknown>): Promise<GraphAnswer<Data>>;
}

/** The gateway's own deadline, and what it takes to answer. */
const patienceMs = 15_000;

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
  readonly extensions?: { readonly subgraphRequests?: { readonly byService?: Record<string, number> } };
}

/** `correlationId` is sent with every request; a new one each unless told. */
export function graphClient(graphUrl: string, token?: string, correlationId?: string): GraphClient {
  return {
    async ask<Data>(query: string, variables: Record<string, unknown> = {}) {
      const response = await fetch(graphUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-correlation-id': correlationId ?? randomUUID(),
          'x-guiche-explain': '1',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(patienceMs),
      });
      const body = (await response.json()) as Body;
      const [error] = body.errors ?? [];
      if (error !== undefined) {
        const code = error.extensions?.['code'];
        throw new GraphRefusal(error.message, typeof code === 'string' ? code : 'NO_CODE', error.extensions ?? {});
      }
      return { data: body.data as Data, subgraphRequests: body.extensions?.subgraphRequests?.byService ?? {} };
    },
  };
}
