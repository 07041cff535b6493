import { createTokenVerifier, remoteKeySet } from '@guiche/kit/auth';
import { createHttpFront, createMetrics, startTracing, type HttpRoute, type ReadinessCheck, type RunningService } from '@guiche/kit/lifecycle';
import type { Logger } from '@guiche/kit/log';
import { Pool } from 'undici';
import type { CommittedGraph } from './committed-graph.ts';
import { refuseVendorTelemetry, serviceUrls, type GatewayConfig } from './config.ts';
import { createCrossOrigin } from './cross-origin.ts';
import { fileRoutes, keyRoute } from './files.ts';
import { createGraphqlEndpoint } from './graphql-endpoint.ts';
import { createLimiter, limits } from './limits.ts';
import { createGatewayMetrics } from './metrics.ts';
import { securityHeaders } from './security-headers.ts';
import { createSubgraph } from './subgraph-request.ts';
import { inSubgraphSpan } from './subgraph-span.ts';
import { createGraph } from './supergraph.ts';
import { operationNames, warmPlans } from './warm-plans.ts';

/** Idle connections end before the subgraphs would close them (65 s), so that no request meets a closing one. */
const poolSettings = { connections: 128, pipelining: 1, keepAliveTimeout: 30_000, keepAliveMaxTimeout: 55_000, connectTimeout: 2_000, allowH2: false };

/** The graph is at `url`; health and metrics are at `internalUrl`, which the public does not reach. */
export interface RunningGateway extends RunningService {
  readonly internalUrl: string;
}

/** Starts the gateway: graph first, then the fronts; ready when plans are warm. */
export async function startGateway(config: GatewayConfig, committed: CommittedGraph, log: Logger): Promise<RunningGateway> {
  refuseVendorTelemetry();
  const tracing = await startTracing({ endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT, serviceName: 'gateway' });
  const registry = createMetrics({ service: 'gateway' });
  const metrics = createGatewayMetrics(registry, operationNames(committed.documents));
  const urls = serviceUrls(config);
  const pools = new Map([...urls].map(([name, url]) => [name, new Pool(url, poolSettings)] as const));
  // Files have connections of their own: slow downloads must not keep operations waiting.
  const filePools = new Map([...urls].map(([name, url]) => [name, new Pool(url, { ...poolSettings, connections: 64 })] as const));

  const subgraphs = [...pools].map(([name, pool]) => {
    const observe = (outcome: string, seconds: number): void => metrics.subgraphAnswered(name, outcome, seconds);
    const ask = createSubgraph({ name, pool, timeoutMs: config.SUBGRAPH_TIMEOUT_MS, log, observe });
    // Spans that nobody collects would still cost a hundredth of a small request.
    return [name, config.OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? ask : inSubgraphSpan(name, ask)] as const;
  });
  const introspection = config.EXPLORER === 'on';
  const graph = await createGraph({ supergraphSdl: committed.supergraphSdl, subgraphs: new Map(subgraphs), introspection, log });

  const now = (): Date => new Date();
  const verifier = createTokenVerifier({
    keySet: remoteKeySet({ url: config.JWKS_URL, now }),
    issuer: config.TOKEN_ISSUER,
    now,
    isRevoked: () => false, // Each subgraph knows its revoked sessions (architecture.md section 6); the gateway stores nothing.
  });
  const crossOrigin = createCrossOrigin(config.CORS_ORIGINS);
  const endpoint = createGraphqlEndpoint({
    graph,
    limiter: createLimiter(graph.schema),
    verifier,
    crossOrigin,
    metrics,
    log,
    trustedProxies: config.TRUSTED_PROXIES,
    gatewayCredential: config.GATEWAY_CREDENTIAL,
    deadlineMs: config.REQUEST_DEADLINE_MS,
  });
  const passing = { crossOrigin, limitBytes: config.FILE_LIMIT_BYTES, trustedProxies: config.TRUSTED_PROXIES, log };
  const identity = filePools.get('identity');
  const routes: HttpRoute[] = [
    { method: 'POST', path: '/graphql', streamsBody: true, handle: endpoint },
    ...crossOrigin.preflight(['/graphql']),
    ...fileRoutes({ ...passing, pools: filePools }),
    ...(identity === undefined ? [] : [keyRoute(identity, passing)]),
  ];
  const inside = createHttpFront({
    routes: [],
    checks: [...pools].map(([name, pool]) => reachability(name, pool)),
    log,
    metrics: registry,
  });
  const front = createHttpFront({
    routes: routes.map((route) => securityHeaders(route, config.PUBLIC_URL)),
    shows: 'liveness',
    log,
    metrics: registry,
    bodyLimitBytes: limits.bodyBytes.anonymous,
    requestTimeoutMs: 10 * 60_000,
  });

  await warmPlans(graph, committed.documents, log);
  const internalUrl = await inside.listen({ host: config.HOST, port: config.INTERNAL_PORT });
  const url = await front.listen({ host: config.HOST, port: config.PORT });
  front.ready();
  inside.ready();
  return {
    url,
    internalUrl,
    stop: {
      unready: () => {
        inside.unready();
        front.unready();
      },
      closeFront: async () => {
        await front.close();
        await inside.close();
      },
      stopRelay: async () => {
        await graph.stop();
        await Promise.all([...pools.values(), ...filePools.values()].map((pool) => pool.destroy()));
      },
      stopTracing: () => tracing.stop(),
    },
  };
}

/** Shown, never required: without one subgraph the others still serve. */
function reachability(name: string, pool: Pool): ReadinessCheck {
  return {
    name,
    required: false,
    async check() {
      const { statusCode, body } = await pool.request({ method: 'GET', path: '/health/ready', headersTimeout: 2_000, bodyTimeout: 2_000 });
      await body.dump();
      return statusCode === 200;
    },
  };
}
