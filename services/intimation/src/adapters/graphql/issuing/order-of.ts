import type { IntimationOrder } from '../../../domain/issuing/intimation-order.ts';
import type { PreviewIntimationInput } from '../../../generated/graphql.ts';

/** What is left out of an input is none. */
export function orderOf({ annexDocumentIds, responseTypeIds, ...input }: Omit<PreviewIntimationInput, 'processTypeKey'>): IntimationOrder {
  return { ...input, annexDocumentIds: annexDocumentIds ?? [], responseTypeIds: responseTypeIds ?? [] };
}
