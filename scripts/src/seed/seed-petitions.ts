import type { GraphClient } from '../graph/graph-client.ts';
import type { City } from './cities.ts';
import * as documents from './documents.ts';
import { patiently } from './patiently.ts';
import { petitionCatalogues } from './petition-catalogue.ts';

interface Keyed {
  readonly edges: readonly { readonly node: { readonly key: string } }[];
}

/** Offers the petitions of a city. What is there already stays as its administrators left it. */
export async function seedPetitions(graph: GraphClient, { id: municipalityId }: City): Promise<void> {
  const catalogue = petitionCatalogues[municipalityId];
  if (catalogue === undefined) return;
  const { data } = await graph.ask<{ processTypes: Keyed; documentTypes: Keyed; petitionTypes: Keyed }>(documents.offeredPetitions, { municipalityId });
  const missing = <Item extends { readonly key: string }>(items: readonly Item[], { edges }: Keyed): readonly Item[] =>
    items.filter(({ key }) => !edges.some(({ node }) => node.key === key));

  for (const type of missing(catalogue.processTypes, data.processTypes)) {
    await patiently(() => graph.ask(documents.configureProcessType, { input: { municipalityId, ...type } }));
  }
  for (const type of missing(catalogue.documentTypes, data.documentTypes)) {
    await patiently(() => graph.ask(documents.configureDocumentType, { input: { municipalityId, makings: ['UPLOAD'], inPetitions: true, ...type } }));
  }
  for (const { unit, ...type } of missing(catalogue.petitionTypes, data.petitionTypes)) {
    const input = { municipalityId, principalTypeKey: 'requerimento', principalMaking: 'EDITOR', unitIds: [`${municipalityId}-${unit}`], ...type };
    await patiently(() => graph.ask(documents.configurePetitionType, { input }));
  }
}
