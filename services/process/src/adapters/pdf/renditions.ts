import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { FileStore } from '@guiche/kit/files';
import { readAll } from '@guiche/kit/files';
import type { Document, DocumentFile, Verification } from '../../domain/documents/document.ts';
import type { PrintedCertificate } from '../../use-cases/intimations/ports.ts';
import type { Renditions } from '../../use-cases/documents/rendition-ports.ts';
import type { StagedFiles } from '../files/staged-files.ts';
import { signaturePageDefinition } from './signature-page-definition.ts';
import { termDefinition } from './term-definition.ts';

const limitBytes = 50 * 1024 * 1024;

// Loaded with the first document, so that an idle service does not carry 40 MB of PDF libraries.
const printer = async () => ({ ...(await import('./print-pdf.ts')), ...(await import('./append-pages.ts')) });

/** Produces PDFs into the file store, staged until a transaction keeps them. */
export function createRenditions(options: { staged: StagedFiles; store: FileStore; publicUrl: string }): Renditions {
  const { staged, store, publicUrl } = options;

  const stagePdf = (bytes: Uint8Array, name: string): Promise<DocumentFile> =>
    staged.stage((id) => store.write(once(bytes), { id, fileName: name, limitBytes, accept: ['application/pdf'] }));

  return {
    async written(document) {
      const [{ printPdf }, { documentDefinition }] = [await printer(), await import('./document-definition.ts')];
      return stagePdf(await printPdf(documentDefinition(document)), `${fileName(document.title)} ${document.number}.pdf`);
    },

    async receipt(receipt) {
      const [{ printPdf }, { receiptDefinition }] = [await printer(), await import('./receipt-definition.ts')];
      return stagePdf(await printPdf(receiptDefinition(receipt)), `Recibo ${receipt.number}.pdf`);
    },

    async certificate(certificate) {
      const { certificatePage } = await import('./certificate-page.ts');
      const bytes = (await certificatePage(certificate)) ?? (await printedByEngine(certificate));
      return stagePdf(bytes, `Certidão ${certificate.number}.pdf`);
    },

    async term(term, reference) {
      const { printPdf } = await printer();
      const bytes = await printPdf(termDefinition(term, reference));
      return stagePdf(bytes, `${term.title} ${reference.documentNumber}.pdf`);
    },

    async signed(document, processNumber, signatures) {
      const { printPdf, appendPages } = await printer();
      const original = await readAll(store, document.file.id, limitBytes);
      const isOwnPdf = document.origin === 'BORN_DIGITAL';
      const verification = document.verification ?? newVerification(original);
      const verificationUrl = new URL(`/verificar/${verification.code}`, publicUrl).href;
      const page = await printPdf(signaturePageDefinition({ document, processNumber, signatures, verification, verificationUrl }));
      // A copy came from outside: it is not taken apart here, and its declaration is a page of its own.
      return { file: await stagePdf(isOwnPdf ? await appendPages(original, page) : page, signedName(document)), verification };
    },
  };
}

/** What is not plain enough for the cheap way. */
async function printedByEngine(certificate: PrintedCertificate): Promise<Uint8Array> {
  const [{ printPdf }, { certificateDefinition }] = [await printer(), await import('./certificate-definition.ts')];
  return printPdf(certificateDefinition(certificate));
}

/** 128 random bits for the link, and the CRC people can type (SG-06). */
function newVerification(signedContent: Uint8Array): Verification {
  const crc = crc32(signedContent).toString(16).padStart(8, '0').toUpperCase();
  return { code: randomBytes(16).toString('hex').toUpperCase(), crc };
}

/** A title as a file may be called. */
function fileName(title: string): string {
  return [...title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()].slice(0, 90).join('');
}

function signedName({ file, origin }: Document): string {
  const name = [...file.fileName.replace(/\.(pdf|png|jpe?g)$/i, '')].slice(0, 90).join('');
  return `${name} (${origin === 'DIGITISED' ? 'autenticação' : 'assinado'}).pdf`;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
