import type { Principal } from '@guiche/kit/auth';
import { localDate } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import { mapPage, pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import { divideEntries } from '../../domain/search/divide-entries.ts';
import type { FoundEntry, SearchSummary } from '../../domain/search/found-entry.ts';
import { publicDocument, publicProcess } from '../../domain/search/public-item.ts';
import type { SearchAudience } from '../../domain/search/search-criteria.ts';
import { snippetOf } from '../../domain/search/snippet.ts';
import type { SnippetPart } from '../../domain/search/snippet.ts';
import { defineQuery } from '../define.ts';
import type { Ports } from '../ports.ts';
import { admitPublicReading } from './admit-public-reading.ts';
import { criteriaOf, numberedOf, onePage, textOf } from './asked-search.ts';
import type { AskedSearch } from './asked-search.ts';
import { publishedProcesses } from './published-processes.ts';
import { publicCity } from './public-view.ts';
import type { PublicCity } from './public-view.ts';

/** What the public asks for (PS-01). */
export interface PublicSearch extends PageArguments {
  readonly municipalityId: string;
  readonly proof?: string | null | undefined;
  readonly search: AskedSearch;
}

/** One result: an entry as it may be seen now, and the place in it that was searched for. */
export interface PublicResult {
  readonly link: string;
  readonly entry: FoundEntry;
  readonly snippet: readonly SnippetPart[];
  readonly date: LocalDate;
}

interface Asked {
  readonly input: PublicSearch;
  readonly actor: Principal;
  readonly now: Date;
}

/** What is public of a city, found by number, words and filters. */
export const searchPublic = defineQuery({
  action: 'public-search:read',
  admit: ({ input, actor, now }: Asked, ports) => admitPublicReading({ actor, now, proof: input.proof }, ports),
  load: () => null,

  async run({ input }: Asked, ports): Promise<Page<PublicResult>> {
    const page = pageRequest(input);
    const city = await publicCity(input.municipalityId, ports);
    const text = textOf(input.search, ports);
    const audience = audienceOf(input, city);
    const numbered = page.cursor === undefined ? await numberedOf(input.search, text, audience, ports) : [];
    const found = numbered.length > 0 ? onePage(numbered) : await ports.search.page(criteriaOf(input.search, text, { ...city, audience }, ports), page);
    return mapPage(await asSeenNow(found, city, ports), (entry) => ({
      link: ports.publicSearch.linkTo({ kind: entry.kind === 'PROCESS' ? 'process' : 'document', id: entry.id }),
      entry,
      snippet: snippetOf(entry.body, text, ports.stem),
      date: localDate(entry.date, city.timeZone),
    }));
  },
});

/** How many there are, and how they divide. Part of a search, which was admitted. */
export const summarizePublicSearch = defineQuery({
  action: 'public-search:read',
  load: () => null,
  async run({ input }: { input: PublicSearch }, ports): Promise<SearchSummary> {
    const city = await publicCity(input.municipalityId, ports);
    const text = textOf(input.search, ports);
    const audience = audienceOf(input, city);
    const numbered = await numberedOf(input.search, text, audience, ports);
    return numbered.length > 0 ? divideEntries(numbered) : ports.search.summary(criteriaOf(input.search, text, { ...city, audience }, ports));
  },
});

const audienceOf = ({ municipalityId }: PublicSearch, { contentSince }: PublicCity): SearchAudience => ({ kind: 'public', municipalityId, contentSince });

/**
 * The index follows changes by a moment: what was withheld meanwhile shows that it exists, and what the public may no
 * longer know of is left out. One query for each collection.
 */
async function asSeenNow(found: Page<FoundEntry>, { contentSince }: PublicCity, ports: Ports): Promise<Page<FoundEntry>> {
  const documentIds = found.items.filter(({ kind }) => kind !== 'PROCESS').map(({ id }) => id);
  const [documents, processes] = await Promise.all([
    ports.documents.findMany(documentIds),
    ports.processes.findMany([...new Set(found.items.map(({ processId }) => processId))]),
  ]);
  const published = new Map((await publishedProcesses(processes, ports)).map((one) => [one.process.id, one]));
  const byId = new Map(documents.map((document) => [document.id, document]));
  const seen = found.items.map((entry): FoundEntry | undefined => {
    const process = published.get(entry.processId);
    const document = byId.get(entry.id);
    if (process === undefined) return undefined;
    const shown = entry.kind === 'PROCESS' ? publicProcess(process) : document && publicDocument(document, process, contentSince);
    if (shown === undefined) return undefined;
    if (!shown.withheld) return entry;
    return { ...entry, accessClass: 'LISTED_ONLY', heading: '', parties: [], body: '', legalHypothesis: shown.legalHypothesis };
  });
  return {
    ...found,
    items: seen.filter((entry) => entry !== undefined),
    cursors: found.cursors.filter((_, index) => seen[index] !== undefined),
  };
}
