import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfProblem } from '../../../domain/files/pdf-problem.ts';

/** What a viewer finds that follows references: scripts, attachments, a password, or that the file does not open. */
export async function openedByViewer(bytes: Uint8Array): Promise<PdfProblem[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, enableXfa: false, useSystemFonts: false });
  try {
    const pdf = await loading.promise;
    await pdf.getPage(1);
    const problems: PdfProblem[] = [];
    if ((await pdf.getJSActions()) !== null) problems.push('PDF_WITH_JAVASCRIPT');
    if ((await pdf.getAttachments()) !== null) problems.push('PDF_WITH_ATTACHMENTS');
    const { info } = (await pdf.getMetadata()) as { info: { IsXFAPresent?: boolean; EncryptFilterName?: string | null } };
    if (info.IsXFAPresent === true) problems.push('PDF_WITH_XFA_FORM');
    if (info.EncryptFilterName != null) problems.push('PDF_ENCRYPTED');
    return problems;
  } catch (error) {
    return [error instanceof Error && error.name === 'PasswordException' ? 'PDF_ENCRYPTED' : 'PDF_BROKEN'];
  } finally {
    await loading.destroy();
  }
}
