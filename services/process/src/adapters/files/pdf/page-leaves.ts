import { PDFArray, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';

const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate'].map((name) => PDFName.of(name));
const deepest = 60;

/** A page with what it inherits from the nodes above it. */
export interface PageLeaf {
  readonly page: PDFDict;
  readonly ref: PDFRef | undefined;
  readonly inherited: ReadonlyMap<PDFName, PDFObject>;
}

/**
 * The pages in order, whatever `/Count` and `/Type` claim. A node that is met again is left out: a tree that refers to
 * itself ends, and one that refers to the same node a thousand times on ten levels is not 10^30 pages.
 */
export function* pageLeaves(context: PDFContext): Generator<PageLeaf> {
  const catalog = context.lookup(context.trailerInfo.Root);
  if (!(catalog instanceof PDFDict)) return;
  yield* leavesUnder(context, catalog.get(PDFName.of('Pages')), new Map(), new Set(), 0);
}

/** How many pages there are. */
export function countPages(context: PDFContext, most: number): number | 'too many' | 'unreadable' {
  try {
    const pages = pageLeaves(context);
    let count = 0;
    while (count <= most && pages.next().done !== true) count += 1;
    return count > most ? 'too many' : count;
  } catch {
    return 'unreadable';
  }
}

function* leavesUnder(
  context: PDFContext,
  reference: PDFObject | undefined,
  above: ReadonlyMap<PDFName, PDFObject>,
  met: Set<PDFObject>,
  depth: number,
): Generator<PageLeaf> {
  const node = context.lookup(reference);
  if (!(node instanceof PDFDict) || met.has(node)) return;
  if (depth > deepest) throw new Error('The page tree is too deep');
  met.add(node);
  const inherited = new Map(above);
  for (const key of inheritable) {
    const value = node.get(key);
    if (value !== undefined) inherited.set(key, value);
  }
  const kids = context.lookup(node.get(PDFName.of('Kids')));
  if (!(kids instanceof PDFArray)) {
    yield { page: node, ref: reference instanceof PDFRef ? reference : undefined, inherited };
    return;
  }
  for (const kid of kids.asArray()) yield* leavesUnder(context, kid, inherited, met, depth + 1);
}
