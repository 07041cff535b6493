import type { DeliveryRef } from './envelope.ts';

/** The consumer has already applied this event: acknowledge it and do nothing. */
export class DuplicateDelivery extends Error {
  override readonly name = 'DuplicateDelivery';

  constructor(delivery: DeliveryRef) {
    super(`${describe(delivery)} was already applied`);
  }
}

/** An earlier event of the same aggregate is still missing: come back later. */
export class EarlyDelivery extends Error {
  override readonly name = 'EarlyDelivery';

  constructor(delivery: DeliveryRef) {
    super(`${describe(delivery)} came before its predecessor`);
  }
}

/** By name, so that two copies of the kit never disagree. */
export function isDuplicateDelivery(error: unknown): boolean {
  return error instanceof Error && error.name === 'DuplicateDelivery';
}

/** By name, so that two copies of the kit never disagree. */
export function isEarlyDelivery(error: unknown): boolean {
  return error instanceof Error && error.name === 'EarlyDelivery';
}

function describe({ consumer, eventId, aggregateType, aggregateId, seq }: DeliveryRef): string {
  return `Event ${eventId} (${aggregateType} ${aggregateId}, number ${String(seq)}) for ${consumer}`;
}
