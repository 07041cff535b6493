import type { Document } from '../documents/document.ts';
import type { Process } from '../processes/process.ts';
import { maskPersonalData } from './mask-personal-data.ts';
import { accessClassesFor, isGenerated, publicationOfDocument, publicationOfProcess, publishedAt } from './publication.ts';
import type { PublishedProcess } from './publication.ts';
import { readersOf } from './readers.ts';
import { bodyLimit } from './search-entry.ts';
import type { AccessClass, SearchEntry } from './search-entry.ts';

/** The entries of a process. `parties` are the names of its interested parties. */
export function entriesOfProcess(published: PublishedProcess, parties: readonly string[]): SearchEntry[] {
  const { process } = published;
  const entry = {
    ...placeOf(process),
    id: process.id,
    kind: 'PROCESS' as const,
    documentNumber: null,
    documentType: null,
    unitId: process.unitId,
    date: process.openedAt,
    heading: maskPersonalData(process.specification),
    parties: parties.map(maskPersonalData),
    legalHypothesis: process.legalHypothesis ?? published.annexedTo?.legalHypothesis ?? null,
    body: maskPersonalData(process.subjects.join('\n')),
  };
  return accessClassesFor(publicationOfProcess(published)).map((accessClass) => asFound(entry, accessClass));
}

/** The entries of a document. An unsigned draft is found by the staff of its own unit only. */
export function entriesOfDocument(document: Document, published: PublishedProcess, text: string): SearchEntry[] {
  const { process } = published;
  const entry = {
    ...placeOf(process),
    readers: readersOfDocument(document, process),
    id: document.id,
    kind: isGenerated(document) ? ('GENERATED_DOCUMENT' as const) : ('EXTERNAL_DOCUMENT' as const),
    documentNumber: document.number,
    documentType: document.type,
    unitId: document.unitId,
    date: publishedAt(document),
    heading: maskPersonalData(document.title),
    parties: document.signatures.map(({ signerName }) => maskPersonalData(signerName)),
    legalHypothesis: document.legalHypothesis ?? process.legalHypothesis,
    body: document.state === 'CANCELLED' ? '' : maskPersonalData(text.slice(0, bodyLimit)),
  };
  return accessClassesFor(publicationOfDocument(document, published)).map((accessClass) => asFound(entry, accessClass));
}

function placeOf(process: Process) {
  return {
    municipalityId: process.municipalityId,
    processId: process.id,
    processNumber: process.number,
    typeKey: process.typeKey,
    typeName: process.typeName,
    readers: readersOf(process),
  };
}

function readersOfDocument(document: Document, process: Process): string[] {
  const readers = readersOf(process);
  if (document.state !== 'DRAFT') return readers;
  const { unitId } = document;
  return unitId === null ? [] : readers.filter((reader) => reader === unitId || reader.endsWith(`@${unitId}`));
}

/** What is listed only keeps nothing that says what it is about (PS-03). */
function asFound(entry: Omit<SearchEntry, 'accessClass'>, accessClass: AccessClass): SearchEntry {
  return accessClass === 'LISTED_ONLY'
    ? { ...entry, accessClass, heading: '', parties: [], body: '' }
    : { ...entry, accessClass, legalHypothesis: accessClass === 'PUBLIC_CONTENT' ? null : entry.legalHypothesis };
}
