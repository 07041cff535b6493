import type { Document } from '../../domain/documents/document.ts';
import { entriesOfDocument } from '../../domain/search/entries-of.ts';
import type { DocumentText } from '../../domain/search/text-search.ts';
import { defineUseCase } from '../define.ts';
import type { SearchIndex } from './ports.ts';
import { publishedProcesses } from './published-processes.ts';

/**
 * Search learns of a document as it is now. Its text is taken out once for each file. A file that was replaced
 * meanwhile has a job of its own, which comes with the text.
 */
export const indexDocument = defineUseCase({
  name: 'indexDocument',
  action: 'search:index',
  load: () => null,

  async prepare({ input: { documentId } }: { input: { documentId: string } }, { documents, documentTexts, searchIndex }) {
    const [document] = await documents.findMany([documentId]);
    if (document === undefined) return undefined;
    return { fileId: document.file.id, ...((await knownText(document, searchIndex)) ?? (await documentTexts.of(document))) };
  },

  async run({ input: { documentId }, prepared }, ports) {
    const { documents, processes, searchIndex } = ports;
    const [document] = await documents.findMany([documentId]);
    if (document === undefined || document.file.id !== prepared?.fileId) return { result: null };
    const [published] = await publishedProcesses(await processes.findMany([document.processId]), ports);
    if (published === undefined) return { result: null };
    const before = await searchIndex.source(documentId);
    const version = Math.max(document.version, (before?.version ?? 0) + 1);
    await searchIndex.put({ id: documentId, version, facts: document.file.id, textSearch: prepared.search }, entriesOfDocument(document, published, prepared.text));
    return { result: null };
  },
});

/** What was found in this file before: a file that holds a bomb is opened once. */
async function knownText({ id, file }: Document, searchIndex: SearchIndex): Promise<DocumentText | undefined> {
  const before = await searchIndex.source(id);
  if (before?.facts !== file.id || before.textSearch === undefined) return undefined;
  if (before.textSearch !== 'SEARCHABLE') return { text: '', search: before.textSearch };
  const text = await searchIndex.bodyOf(id);
  return text === undefined ? undefined : { text, search: before.textSearch };
}
