import { Gauge, Histogram, type Registry } from 'prom-client';

/** What is measured of the graph; names of operations are those of the known documents, so that labels stay few. */
export interface GatewayMetrics {
  /** Call the answer when the operation has been answered. */
  operationStarted(): (name: string | undefined, outcome: 'answered' | 'refused') => void;
  subgraphAnswered(subgraph: string, outcome: string, seconds: number): void;
}

const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createGatewayMetrics(registry: Registry, knownOperations: ReadonlySet<string>): GatewayMetrics {
  const registers = [registry];
  const operations = new Histogram({
    name: 'guiche_gateway_operation_duration_seconds',
    help: 'Time to answer a GraphQL operation, by the name of a known document',
    labelNames: ['operation', 'outcome'],
    buckets,
    registers,
  });
  const subgraphs = new Histogram({
    name: 'guiche_gateway_subgraph_request_duration_seconds',
    help: 'Time of a request to a subgraph',
    labelNames: ['subgraph', 'outcome'],
    buckets,
    registers,
  });
  const inFlight = new Gauge({ name: 'guiche_gateway_operations_in_flight', help: 'Operations being answered', registers });

  return {
    operationStarted() {
      inFlight.inc();
      const startedAt = performance.now();
      return (name, outcome) => {
        inFlight.dec();
        const operation = name !== undefined && knownOperations.has(name) ? name : 'other';
        operations.observe({ operation, outcome }, (performance.now() - startedAt) / 1000);
      };
    },
    subgraphAnswered: (subgraph, outcome, seconds) => subgraphs.observe({ subgraph, outcome }, seconds),
  };
}
