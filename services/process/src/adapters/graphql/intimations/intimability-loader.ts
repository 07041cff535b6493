import type { SubgraphContext } from '@guiche/kit/graphql';
import DataLoader from 'dataloader';
import type { ReadableDocument } from '../../../domain/processes/reading.ts';
import type { Resources } from '../../../permissions.ts';
import { readIntimability } from '../../../use-cases/intimations/read-intimability.ts';
import type { Intimability, IntimabilityRequest } from '../../../use-cases/intimations/read-intimability.ts';
import type { Ports } from '../../../use-cases/ports.ts';

/** What stands in the way of intimations, batched over all documents of a request. */
export interface IntimabilityLoader {
  intimabilityOf(document: ReadableDocument, unitId: string): Promise<Intimability | null>;
}

export function intimabilityLoader({ ask }: Pick<SubgraphContext<Resources, Ports>, 'ask'>): IntimabilityLoader {
  const loader = new DataLoader<IntimabilityRequest, Intimability | null>((requests) => ask(readIntimability, requests), { cache: false });
  return { intimabilityOf: (document, unitId) => loader.load({ document, unitId }) };
}
