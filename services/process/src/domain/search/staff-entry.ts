import type { Document } from '../documents/document.ts';
import { reaches, reachOf } from '../processes/reading.ts';
import { withheld } from '../processes/withheld.ts';
import type { ReadableProcess, Reader } from '../processes/reading.ts';
import type { FoundEntry } from './found-entry.ts';
import { maskPersonalData } from './mask-personal-data.ts';
import { publicationOfDocument, publicationOfProcess } from './publication.ts';

/** What a search found, with what it was found of as it is now; `document` is undefined when a process was found. */
export interface FoundThing {
  readonly entry: FoundEntry;
  readonly process: ReadableProcess;
  readonly annexedTo: ReadableProcess | null;
  readonly document: Document | undefined;
}

/**
 * An entry as a member of staff sees it now, by the one rule of reading (`reachOf`); undefined for what he may not know
 * of. What he does not read shows that it exists if the public may know that too, unless its words found it.
 */
export function entryForStaff(reader: Reader, { entry, process, annexedTo, document }: FoundThing): FoundEntry | undefined {
  const reach = reachOf(reader, process);
  const published = { process, annexedTo };
  if (entry.kind !== 'PROCESS' && document?.processId !== process.id) return undefined;
  const reads = document === undefined ? reach.kind !== 'nothing' : reaches(reach, document);
  if (!reads) {
    const publication = document === undefined ? publicationOfProcess(published) : publicationOfDocument(document, published);
    return publication !== 'NOTHING' && entry.accessClass === 'LISTED_ONLY' ? entry : undefined;
  }
  const heading = maskPersonalData(document?.title ?? process.specification);
  const body = document !== undefined && withheld(reader, { ...document, process }) !== null ? '' : entry.body;
  return { ...entry, accessClass: 'INTERNAL', heading, body, legalHypothesis: document?.legalHypothesis ?? process.legalHypothesis };
}
