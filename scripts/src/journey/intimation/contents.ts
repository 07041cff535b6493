import { extractText } from '../../../../services/process/src/adapters/text/extract-text.ts';
import type { GraphClient } from '../../graph/graph-client.ts';
import { download } from '../download.ts';
import { expectThat } from '../expect-that.ts';
import type { ContentView } from './content-view.ts';
import * as documents from './documents.ts';
import type { IssuedAct } from './notices.ts';
import type { Stage } from './stage.ts';
import { training } from './training-city.ts';

/** The documents of the process as somebody reads them. */
export async function contentsFor(graph: GraphClient, processId: string): Promise<readonly (ContentView & { readonly version: number })[]> {
  type Whole = { process: { documents: { edges: readonly { node: ContentView & { version: number } }[] } } };
  const { data } = await graph.ask<Whole>(documents.readProcess, { id: processId });
  return data.process.documents.edges.map(({ node }) => node);
}

/** What a print's codes tell anybody (SG-06). */
export async function verifiedBy({ visitor }: Pick<Stage, 'visitor'>, codes: IssuedAct['verification']) {
  type Verified = { documentVerificationByNumber: { public: boolean; file: object | null; state: { label: string } } | null };
  const { data } = await visitor.graph.ask<Verified>(documents.verificationByNumber, { municipalityId: training.municipalityId, ...codes });
  expectThat(data.documentVerificationByNumber !== null, 'Os códigos não conferem');
  return data.documentVerificationByNumber;
}

/** The text that people read in a PDF. */
export async function textOf(pdf: Buffer): Promise<string> {
  const found = await extractText(new Uint8Array(pdf), { mostCharacters: 20_000, mostPages: 20 });
  expectThat(found.kind === 'text', 'O PDF não tem texto legível');
  return found.text;
}

/** The certificate as its reader downloads it, by its number, with its text. */
export async function certificateOf({ clerk, process }: Pick<Stage, 'clerk' | 'process'>, number: string): Promise<string> {
  type Certificates = { process: { documents: { edges: readonly { node: { number: string; file: { sha256: string; downloadUrl: string } } }[] } } };
  const { data } = await clerk.ask<Certificates>(documents.certificateOf, { id: process.id });
  const found = data.process.documents.edges.map(({ node }) => node).filter((one) => one.number === number);
  expectThat(found.length === 1 && found[0] !== undefined, `Há ${String(found.length)} certidões de número ${number}`);
  return (await textOf(await download(found[0].file))).replace(/\s+/g, ' ');
}
