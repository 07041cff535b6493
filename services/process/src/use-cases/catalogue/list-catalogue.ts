import { pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import { defineQuery } from '../define.ts';
import type { CatalogueItem, CatalogueRepository } from './ports.ts';
import type { Ports } from '../ports.ts';

export interface ListCatalogue extends PageArguments {
  readonly municipalityId: string;
  readonly includeInactive?: boolean | null | undefined;
}

/** Types and hypotheses are public: who fills in a form has to choose among them. By name. */
const listOf = <Item extends CatalogueItem>(pick: (ports: Ports) => CatalogueRepository<Item>) =>
  defineQuery({
    action: 'catalogue:read',
    load: () => null,
    run: ({ input: { municipalityId, includeInactive, ...page } }: { input: ListCatalogue }, ports): Promise<Page<Item>> =>
      pick(ports).page({ municipalityId, activeOnly: includeInactive !== true }, pageRequest(page)),
  });

export const listProcessTypes = listOf(({ processTypes }) => processTypes);
export const listDocumentTypes = listOf(({ documentTypes }) => documentTypes);
export const listLegalHypotheses = listOf(({ legalHypotheses }) => legalHypotheses);
