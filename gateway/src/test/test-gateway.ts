import { signAccessToken } from '@guiche/kit/auth';
import { createLog } from '@guiche/kit/log';
import { graphqlClient, serveJwks, testKeys, type GraphqlClient, type TestKeys } from '@guiche/kit/testing';
import { PassThrough } from 'node:stream';
import { configSchema } from '../config.ts';
import { startGateway } from '../server.ts';
import { composeTestGraph, gatewayCredential, issuer, startTestSubgraph, type TestSubgraph } from './test-subgraphs.ts';

export interface TestGateway {
  readonly url: string;
  readonly internalUrl: string;
  readonly ask: GraphqlClient;
  readonly keys: TestKeys;
  readonly subgraphs: { readonly identity: TestSubgraph; readonly ticketing: TestSubgraph; readonly process: TestSubgraph };
  /** A valid access token of a person; `claims` replaces some of its claims. */
  token(sessionId?: string): string;
  logged(): string;
  stop(): Promise<void>;
}

const nobody = 'http://127.0.0.1:9';

/** The gateway as main.ts starts it, before three subgraphs of its own. `settings` replaces some of its variables. */
export async function startTestGateway(settings: Readonly<Record<string, string>> = {}, documents: readonly string[] = []): Promise<TestGateway> {
  const keys = testKeys();
  const jwks = await serveJwks(keys.publicJwks);
  const subgraphs = {
    identity: await startTestSubgraph('identity', keys),
    ticketing: await startTestSubgraph('ticketing', keys),
    process: await startTestSubgraph('process', keys),
  };
  const config = configSchema.parse({
    PORT: '0',
    INTERNAL_PORT: '0',
    GATEWAY_CREDENTIAL: gatewayCredential,
    PUBLIC_URL: issuer,
    JWKS_URL: jwks.url,
    TOKEN_ISSUER: issuer,
    IDENTITY_URL: subgraphs.identity.url,
    TICKETING_URL: subgraphs.ticketing.url,
    PROCESS_URL: subgraphs.process.url,
    INTIMATION_URL: nobody,
    NOTIFICATION_URL: nobody,
    ...settings,
  });
  const lines: string[] = [];
  const output = new PassThrough().on('data', (line: Buffer) => lines.push(line.toString()));
  const log = createLog({ service: 'gateway', level: 'info' }, output);
  const gateway = await startGateway(config, { supergraphSdl: composeTestGraph(), documents }, log);
  return {
    url: gateway.url,
    internalUrl: gateway.internalUrl,
    ask: graphqlClient(`${gateway.url}/graphql`),
    keys,
    subgraphs,
    token: (sessionId = 'session') =>
      signAccessToken({
        key: keys,
        issuer,
        principal: { kind: 'person', personId: '1', sessionId },
        clientId: 'portal',
        tokenId: 'token',
        now: new Date(),
        lifetimeSeconds: 600,
      }),
    logged: () => lines.join(''),
    async stop() {
      gateway.stop.unready();
      await gateway.stop.closeFront();
      await gateway.stop.stopRelay?.();
      await Promise.all([...Object.values(subgraphs).map((subgraph) => subgraph.kill()), jwks.close()]);
    },
  };
}
