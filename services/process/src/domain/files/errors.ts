import { defineErrors } from '@guiche/kit/errors';

/** Refusals of PDFs by what is in them; each one tells how to make a PDF that is accepted. */
export const pdfErrors = defineErrors({
  PDF_BROKEN: {
    kind: 'invalid',
    pt: 'O PDF está danificado e não pôde ser aberto. Gere o arquivo de novo no programa de origem e envie outra vez.',
    en: 'The PDF is damaged and could not be opened. Make the file again in the program it comes from and send it once more.',
  },
  PDF_ENCRYPTED: {
    kind: 'invalid',
    pt: 'O PDF tem senha ou restrições. Salve o PDF sem senha e sem restrições e envie de novo.',
    en: 'The PDF has a password or restrictions. Save it without password and restrictions and send it again.',
  },
  PDF_TOO_COMPLEX: {
    kind: 'invalid',
    pt: 'O PDF é grande ou complexo demais por dentro para ser conferido. Imprima-o como PDF, em partes se preciso, e envie de novo.',
    en: 'The PDF is too large or too complex inside to be checked. Print it to PDF, in parts if need be, and send it again.',
  },
  PDF_WITH_JAVASCRIPT: {
    kind: 'invalid',
    pt: 'O PDF contém JavaScript. Use "Imprimir como PDF" para gerar um arquivo sem programas e envie de novo.',
    en: 'The PDF contains JavaScript. Use "Print to PDF" to make a file without programs and send it again.',
  },
  PDF_WITH_LAUNCH_ACTION: {
    kind: 'invalid',
    pt: 'O PDF tem um comando que abre programas ou outros arquivos. Use "Imprimir como PDF" e envie de novo.',
    en: 'The PDF has a command that starts programs or opens other files. Use "Print to PDF" and send it again.',
  },
  PDF_WITH_AUTOMATIC_ACTION: {
    kind: 'invalid',
    pt: 'O PDF executa uma ação ao ser aberto. Use "Imprimir como PDF" e envie de novo.',
    en: 'The PDF performs an action when it is opened. Use "Print to PDF" and send it again.',
  },
  PDF_WITH_ATTACHMENTS: {
    kind: 'invalid',
    pt: 'O PDF tem outros arquivos anexados dentro dele. Retire os anexos, envie-os como documentos próprios e envie o PDF de novo.',
    en: 'The PDF has other files attached inside. Take them out, send them as documents of their own, and send the PDF again.',
  },
  PDF_WITH_XFA_FORM: {
    kind: 'invalid',
    pt: 'O PDF é um formulário XFA, que nem todo programa mostra. Use "Imprimir como PDF" depois de preencher e envie de novo.',
    en: 'The PDF is an XFA form, which not every program shows. Use "Print to PDF" after filling it in and send it again.',
  },
});
