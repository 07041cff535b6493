import type { GraphQLFormattedError } from 'graphql';

/** What a GraphQL endpoint answered, refusals included. */
export interface GraphqlAnswer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data | null | undefined;
  readonly errors: readonly GraphQLFormattedError[];
}

/** Sends one document; never throws for an answer that holds errors. */
export type GraphqlClient = <Data = Record<string, unknown>>(
  document: string,
  variables?: Record<string, unknown>,
  options?: { token?: string; headers?: Record<string, string> },
) => Promise<GraphqlAnswer<Data>>;

/** A client of the GraphQL endpoint at `url`, `token` being a bearer access token. */
export function graphqlClient(url: string, common: { token?: string } = {}): GraphqlClient {
  return async <Data>(
    query: string,
    variables: Record<string, unknown> = {},
    { token = common.token, headers = {} }: { token?: string; headers?: Record<string, string> } = {},
  ) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: Data | null; errors?: GraphQLFormattedError[] };
    return { status: response.status, headers: response.headers, data: body.data, errors: body.errors ?? [] };
  };
}
