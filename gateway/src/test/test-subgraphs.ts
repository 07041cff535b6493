import { composeServices } from '@apollo/composition';
import { createTokenVerifier, localKeySet, type Principal } from '@guiche/kit/auth';
import { platformErrors } from '@guiche/kit/errors';
import { createSubgraph } from '@guiche/kit/graphql';
import { createLog } from '@guiche/kit/log';
import type { TestKeys } from '@guiche/kit/testing';
import { parse } from 'graphql';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const issuer = 'https://guiche.test';
export const gatewayCredential = 'the-credential-that-the-test-subgraphs-know';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

const schemas: Readonly<Record<string, string>> = {
  identity: `${link}
    type Query { me: Person, actor: String!, fails: String, notFound: Person }
    type Mutation { logIn(input: LogInInput!): Person, rename(name: String!): Person }
    input LogInInput { name: String!, password: String! }
    type Person @key(fields: "id") { id: ID!, name: String! }`,
  ticketing: `${link}
    type Query { tickets(first: Int, last: Int): TicketConnection }
    type TicketConnection { edges: [TicketEdge!]! }
    type TicketEdge { cursor: String!, node: Ticket! }
    type Ticket { id: ID!, number: String!, requester: Person, process: Process }
    type Person @key(fields: "id", resolvable: false) { id: ID! }
    type Process @key(fields: "id", resolvable: false) { id: ID! }`,
  process: `${link}
    type Query { accesses: [Process!] }
    type Process @key(fields: "id") { id: ID!, number: String, owner: Person }
    type Person @key(fields: "id", resolvable: false) { id: ID! }`,
};

/** The composed graph of the test subgraphs, as the committed one is composed. */
export function composeTestGraph(): string {
  const composed = composeServices(
    Object.entries(schemas).map(([name, typeDefs]) => ({ name, url: `http://${name}/graphql`, typeDefs: parse(typeDefs) })),
  );
  if (composed.supergraphSdl === undefined) throw new Error(JSON.stringify(composed.errors));
  return composed.supergraphSdl;
}

type Behaviour = 'serve' | 'hang' | 'answer 503' | 'answer half' | 'answer html' | 'drop connections';

export interface TestSubgraph {
  readonly url: string;
  /** Headers of each GraphQL request, in order. */
  readonly received: IncomingHttpHeaders[];
  /** Ids that `__resolveReference` was asked for. */
  readonly loaded: string[];
  behave(as: Behaviour): void;
  /** How long it waits before it serves. */
  delayMs: number;
  kill(): Promise<void>;
}

/** A subgraph made by the kit, on real HTTP, with what it was asked and a way to misbehave. */
export async function startTestSubgraph(name: string, keys: TestKeys): Promise<TestSubgraph> {
  const loaded: string[] = [];
  const received: IncomingHttpHeaders[] = [];
  let behaviour: Behaviour = 'serve';
  const subgraph = createSubgraph({
    typeDefs: schemas[name] ?? '',
    resolvers: resolversOf(name, loaded),
    verifier: createTokenVerifier({ keySet: localKeySet(keys.publicJwks), issuer, now: () => new Date(), isRevoked: (id) => id === 'revoked' }),
    gatewayCredential,
    context: ({ actor }) => ({ actor }),
    log: createLog({ service: name, level: 'fatal' }),
  });
  await subgraph.start();
  const self = {
    url: '',
    received,
    loaded,
    delayMs: 0,
    behave(as: Behaviour): void {
      behaviour = as;
    },
    kill: () => closeServer(server),
  };
  const server = createServer((request, response) => {
    if (request.url !== '/graphql') {
      response.end('{}');
      return;
    }
    received.push(request.headers);
    const serve = (): void => void subgraph.handle(request, response, String(request.headers['x-correlation-id']));
    if (behaviour === 'serve') setTimeout(serve, self.delayMs);
    else misbehave(behaviour, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  self.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return self;
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

function misbehave(behaviour: Exclude<Behaviour, 'serve'>, response: ServerResponse): void {
  switch (behaviour) {
    case 'hang':
      return;
    case 'answer 503':
      response.writeHead(503, { 'content-type': 'application/json' }).end('{"status":"starting"}');
      return;
    case 'answer half':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"tickets":');
      return;
    case 'answer html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>It works</h1>');
      return;
    case 'drop connections':
      response.socket?.destroy();
      return;
  }
}

interface Context {
  readonly actor: Principal;
}

function resolversOf(name: string, loaded: string[]): object {
  const person = (id: string): object => ({ id, name: `Person ${id}` });
  switch (name) {
    case 'identity':
      return {
        Query: {
          me: () => person('1'),
          actor: (_root: unknown, _input: unknown, { actor }: Context) => actor.kind,
          fails: () => Promise.reject(new Error('secret detail of a bug')),
          notFound: () => {
            throw platformErrors.FORBIDDEN({ hint: 'detail' });
          },
        },
        Mutation: { logIn: () => person('1'), rename: () => person('1') },
        Person: {
          __resolveReference({ id }: { id: string }) {
            loaded.push(id);
            return person(id);
          },
        },
      };
    case 'ticketing':
      return {
        Query: {
          tickets: (_root: unknown, { first }: { first?: number }) => ({
            edges: Array.from({ length: first ?? 30 }, (_, index) => ({
              cursor: String(index),
              node: { id: String(index), number: `T-${index}`, requester: { id: String(index % 3) }, process: { id: String(index % 2) } },
            })),
          }),
        },
      };
    default:
      return {
        Query: { accesses: () => [{ id: '0', number: 'P-0', owner: { id: '1' } }] },
        Process: {
          __resolveReference({ id }: { id: string }) {
            loaded.push(id);
            return { id, number: `P-${id}`, owner: { id } };
          },
        },
      };
  }
}
