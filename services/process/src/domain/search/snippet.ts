import type { SearchText } from './search-text.ts';
import type { Stem } from './stem.ts';
import { wordsOf } from './words.ts';
import type { Word } from './words.ts';

/** A piece of a text as it stands in it, never markup; `matched` when it is what was searched for. */
export interface SnippetPart {
  readonly text: string;
  readonly matched: boolean;
}

const lengthWanted = 240;
const lead = 60;
const matchesRead = 200;

/**
 * The part of a text where most of the searched terms stand together, cut at words; empty when none is there.
 * `text` must be masked already (LW-03): a snippet shows what it is given.
 */
export function snippetOf(text: string, { terms }: Pick<SearchText, 'terms'>, stem: Stem): SnippetPart[] {
  const matches = matchesIn(text, new Set(terms), stem);
  const best = bestStart(matches);
  if (best === undefined) return [];
  const from = best.start <= lead ? 0 : wordStartAfter(text, best.start - lead, best.start);
  const to = from + lengthWanted >= text.length ? text.length : wordEndBefore(text, from + lengthWanted, best.end);
  const shown = matches.filter(({ start, end }) => start >= from && end <= to);
  return [...(from > 0 ? [plain('… ')] : []), ...partsOf(text, { from, to, shown }), ...(to < text.length ? [plain(' …')] : [])];
}

interface Match extends Word {
  readonly term: string;
}

function matchesIn(text: string, terms: ReadonlySet<string>, stem: Stem): Match[] {
  const matches: Match[] = [];
  for (const found of wordsOf(text)) {
    const term = stem(found.folded);
    if (terms.has(term)) matches.push({ ...found, term });
    if (matches.length >= matchesRead) break;
  }
  return matches;
}

/** The match after which most different terms follow within one snippet. */
function bestStart(matches: readonly Match[]): Match | undefined {
  let best: { match: Match; different: number } | undefined;
  matches.forEach((match, index) => {
    const within = matches.slice(index).filter(({ end }) => end - match.start <= lengthWanted - lead);
    const different = new Set(within.map(({ term }) => term)).size;
    if (best === undefined || different > best.different) best = { match, different };
  });
  return best?.match;
}

function partsOf(text: string, { from, to, shown }: { from: number; to: number; shown: readonly Match[] }): SnippetPart[] {
  const parts: SnippetPart[] = [];
  let position = from;
  for (const { start, end } of shown) {
    if (start > position) parts.push(plain(text.slice(position, start)));
    parts.push({ text: text.slice(start, end), matched: true });
    position = end;
  }
  if (position < to) parts.push(plain(text.slice(position, to)));
  return parts;
}

const plain = (text: string): SnippetPart => ({ text: text.replace(/\s+/g, ' '), matched: false });

function wordStartAfter(text: string, position: number, latest: number): number {
  const space = text.slice(position, latest).search(/\s/);
  return space === -1 ? latest : position + space + 1;
}

function wordEndBefore(text: string, position: number, earliest: number): number {
  const space = text.slice(earliest, position).search(/\s\S*$/);
  return space === -1 ? Math.max(earliest, position) : earliest + space;
}
