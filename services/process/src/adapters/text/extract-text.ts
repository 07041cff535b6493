import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Extraction =
  | { kind: 'text'; text: string; pages: number; truncated: boolean }
  | { kind: 'unsearchable'; reason: 'broken' | 'encrypted' | 'empty' };

/** The text of a PDF, pages parted by form feeds, up to so many characters and pages. Takes the bytes for itself. */
export async function extractText(data: Uint8Array, limits: { mostCharacters: number; mostPages: number }): Promise<Extraction> {
  const loading = getDocument({ data, verbosity: VerbosityLevel.ERRORS, enableXfa: false, useSystemFonts: false, disableFontFace: true });
  try {
    const pdf = await loading.promise;
    const pages: string[] = [];
    let length = 0;
    for (let number = 1; number <= Math.min(pdf.numPages, limits.mostPages) && length < limits.mostCharacters; number += 1) {
      // One bad page does not make the others unsearchable.
      const text = await pdf.getPage(number).then((page) => textOf(page, limits.mostCharacters - length), () => '');
      pages.push(text);
      length += text.length;
    }
    const text = pages.join('\f');
    if (text.trim() === '') return { kind: 'unsearchable', reason: 'empty' };
    return { kind: 'text', text, pages: pdf.numPages, truncated: pages.length < pdf.numPages || length >= limits.mostCharacters };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return { kind: 'unsearchable', reason: isLocked ? 'encrypted' : 'broken' };
  } finally {
    await loading.destroy();
  }
}

// Streamed, so that a page with a million lines ends at the limit instead of being gathered first.
async function textOf(page: PDFPageProxy, most: number): Promise<string> {
  const reader = page.streamTextContent().getReader() as ReadableStreamDefaultReader<{ items: ({ str: string; hasEOL: boolean } | object)[] }>;
  let text = '';
  try {
    for (let part = await reader.read(); !part.done && text.length < most; part = await reader.read()) {
      for (const item of part.value.items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str;
    }
  } finally {
    await reader.cancel();
    page.cleanup();
  }
  return text.slice(0, most).toWellFormed().replaceAll('\0', '');
}
