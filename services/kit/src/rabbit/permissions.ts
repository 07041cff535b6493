import { consumerNames, eventExchange, retryTiers, unroutedExchange } from './topology.ts';
import type { RetryTier, ServiceTopology } from './topology.ts';

/** The three regular expressions of a RabbitMQ user. */
export interface BrokerPermissions {
  configure: string;
  write: string;
  read: string;
}

/**
 * The least a service's broker user needs: its own objects, and reading the exchanges it listens to. Exact names, so
 * that one exchange of a producer does not open another.
 */
export function brokerPermissions(topology: ServiceTopology): BrokerPermissions {
  const { service, exchanges = [], bindings } = topology;
  const names = consumerNames(service);
  const tiers = Object.keys(retryTiers) as RetryTier[];
  const own = [
    ...[undefined, ...exchanges].map((suffix) => eventExchange(service, suffix)),
    names.queue,
    names.parking,
    names.unheard,
    names.retryExchange,
    names.deadLetterExchange,
    ...tiers.map((tier) => names.retryQueue(tier)),
  ];
  return {
    configure: anyOf(own),
    write: anyOf([...own, unroutedExchange]),
    read: anyOf([...own, ...bindings.map(({ exchange }) => exchange)]),
  };
}

function anyOf(names: readonly string[]): string {
  const escaped = [...new Set(names)].map((name) => name.replaceAll('.', String.raw`\.`));
  return `^(${escaped.join('|')})$`;
}
