import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { inBrasilia } from '@guiche/kit/calendar';
import type { Document, Verification } from '../../domain/documents/document.ts';
import { levelLabel, methodLabel } from '../../domain/signatures/signature.ts';
import type { Signature, SignatureKind } from '../../domain/signatures/signature.ts';
import { fontFor } from './font-for.ts';

/** The page that a signed document ends with: who signed, by which law, and how anybody can verify it (SG-06). */
export function signaturePageDefinition(facts: {
  document: Document;
  processNumber: string;
  signatures: readonly Signature[];
  verification: Verification;
  verificationUrl: string;
}): TDocumentDefinitions {
  const { document, processNumber, signatures, verification, verificationUrl } = facts;
  return {
    info: { title: `Assinaturas do documento ${document.number}`, creator: 'Guichê' },
    content: [
      { text: heading(document), alignment: 'center', bold: true, fontSize: 13, margin: [0, 0, 0, 4] },
      { text: `Documento ${document.number} – ${document.title}`, alignment: 'center', font: fontFor(document.title) },
      { text: `Processo ${processNumber}`, alignment: 'center', margin: [0, 0, 0, 18] },
      ...signatures.map(signatureBox),
      {
        columns: [
          { qr: verificationUrl, fit: 110, width: 120 },
          { stack: verificationLines(document, verification, verificationUrl), fontSize: 9.5, margin: [12, 2, 0, 0] },
        ],
        unbreakable: true,
        margin: [0, 16, 0, 0],
      },
    ],
    footer: {
      text: `Documento ${document.number} – código CRC ${verification.crc}`,
      alignment: 'center',
      fontSize: 8,
      color: '#444444',
      margin: [70, 22, 70, 0],
    },
  };
}

/** A digitised copy is declared true to its paper, what was made in the system is signed. */
function heading({ origin }: Document): string {
  return origin === 'DIGITISED' ? 'AUTENTICAÇÃO DE DOCUMENTO DIGITALIZADO' : 'ASSINATURAS ELETRÔNICAS';
}

/** How the sentence of each kind begins (SG-04). */
const openings: Readonly<Record<SignatureKind, string>> = {
  SIGNATURE: 'Documento assinado eletronicamente por ',
  AUTHENTICATION: 'Documento digitalizado, declarado conforme o papel apresentado e autenticado eletronicamente por ',
};

function signatureBox({ kind, signerName, role, signedAt, method, level }: Signature): Content {
  const sentence: Content = {
    text: [
      openings[kind],
      { text: signerName, bold: true, font: fontFor(signerName) },
      ', ',
      { text: role, font: fontFor(role) },
      `, em ${inBrasilia(signedAt)}, conforme horário oficial de Brasília, por ${methodLabel(method).toLowerCase()}, `,
      `de nível ${levelLabel(level).toLowerCase()}, nos termos do art. 4º da Lei nº 14.063, de 23 de setembro de 2020.`,
    ],
    alignment: 'justify',
    margin: [10, 8, 10, 8],
  };
  return {
    table: { widths: ['*'], dontBreakRows: true, body: [[sentence]] },
    layout: { hLineWidth: () => 0.6, vLineWidth: () => 0.6, hLineColor: () => '#666666', vLineColor: () => '#666666' },
    margin: [0, 0, 0, 10],
  };
}

function verificationLines(document: Document, { code, crc }: Verification, url: string): Content[] {
  return [
    { text: 'A autenticidade deste documento pode ser conferida em', margin: [0, 0, 0, 2] },
    { text: url, link: url, color: '#1a3f8b' },
    { text: [`informando o código verificador `, { text: document.number, bold: true }, ' e o código CRC ', { text: crc, bold: true }, '.'], margin: [0, 2, 0, 6] },
    { text: `Código de verificação: ${inGroups(code)}` },
    { text: `SHA-256 do documento ${document.origin === 'DIGITISED' ? 'digitalizado' : 'assinado'}:`, margin: [0, 6, 0, 0] },
    { text: document.file.sha256, fontSize: 8 },
  ];
}

function inGroups(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}
