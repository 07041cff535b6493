/** Why a PDF is not taken: what it does besides being read, or that it cannot be read. */
export type PdfProblem =
  | 'PDF_BROKEN'
  | 'PDF_ENCRYPTED'
  | 'PDF_TOO_COMPLEX'
  | 'PDF_WITH_JAVASCRIPT'
  | 'PDF_WITH_LAUNCH_ACTION'
  | 'PDF_WITH_AUTOMATIC_ACTION'
  | 'PDF_WITH_ATTACHMENTS'
  | 'PDF_WITH_XFA_FORM';
