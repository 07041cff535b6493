import { PDFArray, PDFDict, PDFInvalidObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { PDFObject } from '@cantoo/pdf-lib';
import type { PdfProblem } from '../../../domain/files/pdf-problem.ts';
import { inflatesTooMuch } from './inflates-too-much.ts';
import { countPages } from './page-leaves.ts';
import { parseEveryVersion } from './parse-every-version.ts';
import { problemsInDictionary, problemsInInvalidObject } from './problems-in-object.ts';
import { openedByViewer } from './opened-by-viewer.ts';

const mostPages = 20_000;

/**
 * Everything wrong with a PDF. Two readers judge it: one that takes every object of the file, referred to or not and in
 * all its versions, and one that follows the references as viewers do.
 */
export async function inspectPdf(bytes: Uint8Array): Promise<{ pages: number; problems: PdfProblem[] }> {
  const found = new Set<PdfProblem>();
  const parsed = await parseEveryVersion(bytes);
  if (parsed === undefined) return { pages: 0, problems: ['PDF_BROKEN'] };
  if (parsed.context.trailerInfo.Encrypt !== undefined) return { pages: 0, problems: ['PDF_ENCRYPTED'] };

  if (parsed.tooDeep) found.add('PDF_TOO_COMPLEX');
  for (const object of parsed.objects) for (const problem of problemsOf(object)) found.add(problem);
  if (await inflatesTooMuch(parsed.objects.filter((object) => object instanceof PDFRawStream))) found.add('PDF_TOO_COMPLEX');
  const pages = countPages(parsed.context, mostPages);
  if (pages === 'too many') found.add('PDF_TOO_COMPLEX');
  if (pages === 0 || pages === 'unreadable') found.add('PDF_BROKEN');

  // A bomb is not handed to the second reader.
  if (!found.has('PDF_TOO_COMPLEX')) for (const problem of await openedByViewer(bytes)) found.add(problem);
  return { pages: typeof pages === 'number' ? pages : 0, problems: [...found].sort() };
}

function problemsOf(object: PDFObject): PdfProblem[] {
  if (object instanceof PDFInvalidObject) return problemsInInvalidObject(object);
  const problems: PdfProblem[] = [];
  const waiting: PDFObject[] = [object];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const dictionary = next instanceof PDFRawStream ? next.dict : next;
    if (dictionary instanceof PDFDict) {
      problems.push(...problemsInDictionary(dictionary));
      waiting.push(...dictionary.values());
    } else if (dictionary instanceof PDFArray) {
      waiting.push(...dictionary.asArray());
    }
  }
  return problems;
}
