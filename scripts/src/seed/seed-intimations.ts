import type { GraphClient } from '../graph/graph-client.ts';
import type { City } from './cities.ts';
import * as documents from './documents.ts';
import { intimationTypes, responseTypes } from './intimation-catalogue.ts';

interface Named {
  readonly edges: readonly { readonly node: { readonly id: string; readonly name: string } }[];
}

/** Types of intimation and of response of a city. What is there already stays as its administrators left it. */
export async function seedIntimations(graph: GraphClient, { id: municipalityId }: City): Promise<void> {
  const { data } = await graph.ask<{ intimationTypes: Named; responseTypes: Named }>(documents.knownIntimationTypes, { municipalityId });
  const responseIds = idsOf(data.responseTypes);
  for (const type of responseTypes) {
    if (responseIds.has(type.name)) continue;
    const made = await graph.ask<{ configureResponseType: { type: { id: string } } }>(documents.configureResponseType, { input: { municipalityId, ...type } });
    responseIds.set(type.name, made.data.configureResponseType.type.id);
  }
  const known = idsOf(data.intimationTypes);
  for (const { name, responseMode, responses } of intimationTypes) {
    if (known.has(name)) continue;
    const responseTypeIds = responses.map((response) => responseIds.get(response) ?? '');
    await graph.ask(documents.configureIntimationType, { input: { municipalityId, name, responseMode, responseTypeIds } });
  }
}

function idsOf({ edges }: Named): Map<string, string> {
  return new Map(edges.map(({ node }) => [node.name, node.id]));
}
