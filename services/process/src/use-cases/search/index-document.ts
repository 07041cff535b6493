import { entriesOfDocument } from '../../domain/search/entries-of.ts';
import { defineUseCase } from '../define.ts';
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
    const before = await searchIndex.source(documentId);
    const known = before?.facts === document.file.id ? await searchIndex.bodyOf(documentId) : undefined;
    return { fileId: document.file.id, text: known ?? (await documentTexts.of(document)) };
  },

  async run({ input: { documentId }, prepared }, ports) {
    const { documents, processes, searchIndex } = ports;
    const [document] = await documents.findMany([documentId]);
    if (document === undefined || document.file.id !== prepared?.fileId) return { result: null };
    const [published] = await publishedProcesses(await processes.findMany([document.processId]), ports);
    if (published === undefined) return { result: null };
    const before = await searchIndex.source(documentId);
    const version = Math.max(document.version, (before?.version ?? 0) + 1);
    await searchIndex.put({ id: documentId, version, facts: document.file.id }, entriesOfDocument(document, published, prepared.text));
    return { result: null };
  },
});
