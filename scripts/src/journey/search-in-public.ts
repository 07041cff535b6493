import type { GraphClient } from '../graph/graph-client.ts';
import * as documents from './public-search-documents.ts';
import { solveChallenge } from './solve-challenge.ts';

/** A result of the search. */
export interface FoundItem {
  readonly link: string;
  readonly kind: string;
  readonly processNumber: string;
  readonly documentNumber: string | null;
  readonly title: string | null;
  readonly date: string;
  readonly withheld: boolean;
  readonly legalHypothesis: string | null;
  readonly unit: { readonly name: string } | null;
  readonly snippet: readonly { readonly text: string; readonly matched: boolean }[];
}

interface Found {
  readonly edges: readonly { readonly node: FoundItem }[];
  readonly summary: { readonly count: number };
}

/** A process as anybody sees it. */
export interface PublicView {
  readonly link: string;
  readonly number: string;
  readonly specification: string | null;
  readonly withheld: boolean;
  readonly legalHypothesis: string | null;
  readonly documents: {
    readonly edges: readonly {
      readonly node: {
        readonly link: string;
        readonly title: string | null;
        readonly withheld: boolean;
        readonly legalHypothesis: string | null;
        readonly file: { readonly sha256: string; readonly downloadUrl: string } | null;
      };
    }[];
  };
  readonly movements: { readonly edges: readonly { readonly node: { readonly description: string } }[] };
}

/** Somebody without an account, with the solution of a puzzle, who looks for what is public at Campinas unless told. */
export interface Visitor {
  readonly graph: GraphClient;
  readonly proof: string;
  readonly municipalityId?: string;
}

/** What anybody finds, with a proof, or somebody logged in, without one. */
export async function search(graph: GraphClient, asked: object, proof?: string, municipalityId = 'campinas') {
  const variables = { municipalityId, search: asked, ...(proof === undefined ? {} : { proof }) };
  const { data, subgraphRequests } = await graph.ask<{ publicSearch: Found }>(documents.publicSearch, variables);
  return { items: data.publicSearch.edges.map(({ node }) => node), count: data.publicSearch.summary.count, subgraphRequests };
}

/** A process as anybody sees it, by its number. */
export async function processOf({ graph, proof, municipalityId = 'campinas' }: Visitor, number: string) {
  const { data, subgraphRequests } = await graph.ask<{ publicProcess: PublicView | null }>(documents.publicProcess, { municipalityId, number, proof });
  return { shown: data.publicProcess, subgraphRequests };
}

/** The solution of a new puzzle. */
export async function proofOf(graph: GraphClient): Promise<string> {
  const { data } = await graph.ask<{ publicSearchChallenge: { challenge: string } }>(documents.publicSearchChallenge);
  return solveChallenge(data.publicSearchChallenge.challenge);
}
