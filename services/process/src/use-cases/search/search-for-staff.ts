import type { Principal } from '@guiche/kit/auth';
import { localDate } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import { pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import type { Document } from '../../domain/documents/document.ts';
import type { ReadableProcess, Reader } from '../../domain/processes/reading.ts';
import { divideEntries } from '../../domain/search/divide-entries.ts';
import type { FoundEntry, SearchSummary } from '../../domain/search/found-entry.ts';
import { readerKeys } from '../../domain/search/readers.ts';
import type { SearchAudience } from '../../domain/search/search-criteria.ts';
import { snippetOf } from '../../domain/search/snippet.ts';
import type { SnippetPart } from '../../domain/search/snippet.ts';
import { entryForStaff } from '../../domain/search/staff-entry.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { defineQuery } from '../define.ts';
import type { Ports } from '../ports.ts';
import { readableProcesses } from '../processes/load-readable.ts';
import { criteriaOf, numberedOf, onePage, textOf } from './asked-search.ts';
import type { AskedSearch } from './asked-search.ts';
import { publicCity } from './public-view.ts';

export interface StaffSearch extends PageArguments {
  readonly search: AskedSearch;
}

/** One result, with what was found as far as it is read: `reads` is false of what only shows that it exists. */
export interface StaffResult {
  readonly entry: FoundEntry;
  readonly snippet: readonly SnippetPart[];
  readonly date: LocalDate;
  readonly reads: boolean;
  readonly process: ReadableProcess;
  readonly document: Document | undefined;
}

interface Asked {
  readonly input: StaffSearch;
  readonly actor: Principal;
}

/** What a member of staff may see in the own city, found by number, words and filters. */
export const searchProcesses = defineQuery({
  action: 'process:search',
  load: () => null,

  async run({ input, actor }: Asked, ports): Promise<Page<StaffResult>> {
    const page = pageRequest(input);
    const { reader, audience } = staffAudience(actor);
    const { timeZone } = await publicCity(audience.municipalityId, ports);
    const text = textOf(input.search, ports);
    const numbered = page.cursor === undefined ? await numberedOf(input.search, text, audience, ports) : [];
    const found = numbered.length > 0 ? onePage(numbered) : await ports.search.page(criteriaOf(input.search, text, { audience, timeZone }, ports), page);
    const seen = await asSeenNow(found.items, { reader, actor }, ports);
    const results = seen.map((one) => one && { ...one, snippet: snippetOf(one.entry.body, text, ports.stem), date: localDate(one.entry.date, timeZone) });
    return { ...found, items: results.filter((result) => result !== undefined), cursors: found.cursors.filter((_, index) => results[index] !== undefined) };
  },
});

/** How many there are, and how they divide. */
export const summarizeProcessSearch = defineQuery({
  action: 'process:search',
  load: () => null,

  async run({ input, actor }: Asked, ports): Promise<SearchSummary> {
    const { reader, audience } = staffAudience(actor);
    const { timeZone } = await publicCity(audience.municipalityId, ports);
    const text = textOf(input.search, ports);
    const numbered = await numberedOf(input.search, text, audience, ports);
    if (numbered.length === 0) return ports.search.summary(criteriaOf(input.search, text, { audience, timeZone }, ports));
    const seen = await asSeenNow(numbered, { reader, actor }, ports);
    return divideEntries(seen.flatMap((one) => (one === undefined ? [] : [one.entry])));
  },
});

function staffAudience(actor: Principal): { reader: Reader; audience: SearchAudience } {
  const reader = readerOf(actor);
  if (reader.kind !== 'staff') throw new Error('Only staff search what is not public');
  return { reader, audience: { kind: 'staff', municipalityId: reader.municipalityId, readers: readerKeys(reader) } };
}

/** The index follows changes by a moment: each result is judged by what holds now. One query for each collection. */
async function asSeenNow(
  found: readonly FoundEntry[],
  { reader, actor }: { reader: Reader; actor: Principal },
  ports: Ports,
): Promise<(Pick<StaffResult, 'entry' | 'reads' | 'process' | 'document'> | undefined)[]> {
  const processes = await withAnnexing([...new Set(found.map(({ processId }) => processId))], ports, actor);
  const documents = await ports.documents.findMany(found.filter(({ kind }) => kind !== 'PROCESS').map(({ id }) => id));
  const byId = new Map(documents.map((document) => [document.id, document]));
  return found.map((entry) => {
    const process = processes.get(entry.processId);
    if (process === undefined) return undefined;
    const annexedTo = process.annexedToId === null ? null : (processes.get(process.annexedToId) ?? null);
    const document = byId.get(entry.id);
    const shown = entryForStaff(reader, { entry, process, annexedTo, document });
    return shown && { entry: shown, reads: shown.accessClass !== 'LISTED_ONLY', process, document };
  });
}

/** Processes with those they were annexed to, in at most one more query. */
async function withAnnexing(ids: readonly string[], ports: Ports, actor: Principal): Promise<Map<string, ReadableProcess>> {
  const found = await ports.processes.findMany(ids);
  const others = found.flatMap(({ annexedToId }) => (annexedToId === null || ids.includes(annexedToId) ? [] : [annexedToId]));
  const annexing = await ports.processes.findMany([...new Set(others)]);
  return new Map((await readableProcesses([...found, ...annexing], ports, actor)).map((process) => [process.id, process]));
}
