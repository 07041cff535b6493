import { collectDefaultMetrics, Registry } from 'prom-client';

/** A registry of its own with the process's metrics; every sample carries the service's name. */
export function createMetrics(options: { service: string }): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service: options.service });
  collectDefaultMetrics({ register: registry });
  return registry;
}
