import type { Broker } from './broker.ts';
import { declareTopology, systemDeclarations } from './topology.ts';
import type { ServiceTopology } from './topology.ts';

/**
 * Declares the objects of all services, to be run with the operator's rights before any of them publishes: an event
 * that leaves before a consumer is bound never reaches that consumer. Safe to repeat.
 */
export async function declareSystem(broker: Broker, topologies: readonly ServiceTopology[]): Promise<void> {
  await broker.withChannel((channel) => declareTopology(channel, systemDeclarations(topologies)), 15_000);
}
