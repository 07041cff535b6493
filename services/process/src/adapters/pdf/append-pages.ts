import { PDFDocument } from '@cantoo/pdf-lib';

/** A PDF with the pages of another one at its end; the pages that were signed stay as they are. */
export async function appendPages(original: Uint8Array, added: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(original);
  const source = await PDFDocument.load(added);
  for (const page of await pdf.copyPages(source, source.getPageIndices())) pdf.addPage(page);
  return pdf.save();
}
