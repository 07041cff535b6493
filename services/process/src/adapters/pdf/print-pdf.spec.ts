import { describe, expect, it } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import { composeTerm } from '../../domain/accreditation/term.ts';
import { aDocument, aMunicipality } from '../../test/builders.ts';
import { appendPages } from './append-pages.ts';
import { fontFor } from './font-for.ts';
import { printPdf } from './print-pdf.ts';
import { signaturePageDefinition } from './signature-page-definition.ts';
import { termDefinition } from './term-definition.ts';

const termOf = (fullName: string) =>
  composeTerm({
    municipality: aMunicipality(),
    letterhead: { municipalityId: 'campinas', lines: ['Avenida Anchieta, nº 200'] },
    unit: { id: 'u', municipalityId: 'campinas', name: 'Protocolo Geral', acronym: 'PG', body: null, email: null, active: true },
    sheet: { fullName, cpf: '529.982.247-25', email: 'ana@example.com' },
    day: '2026-03-06',
  });
const printed = (fullName: string) => printPdf(termDefinition(termOf(fullName), { processNumber: 'PMC.2021.00035498-55', documentNumber: '4007094' }));

describe('the PDFs', () => {
  it.each(['Ana Souza', 'Žofie Łukasiewicz Ñandú', 'Eva 💥 山田 عبد الله \u202e', 'x'.repeat(300), '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'])(
    'print the name %s with the fonts inside',
    async (fullName) => {
      const pdf = await printed(fullName);
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.includes('FontFile2')).toBe(true);
    },
    20_000,
  );

  it('use another font only for letters that the usual one lacks', () => {
    expect(fontFor('José D’Ávila, Владимир Αθήνα (nº 3)')).toBe('Roboto');
    expect(fontFor('山田')).toBe('DejaVu');
    expect(fontFor('☺')).toBe('DejaVu');
  });

  it('keep the signed pages and add one with the signatures', async () => {
    const original = await printed('Ana Souza');
    const signature = {
      kind: 'SIGNATURE', signerKind: 'person', signerId: 'ana', signerName: 'Ana Souza', role: 'Usuário Externo', signedAt: new Date('2026-03-06T12:00:00Z'),
      sha256: 'ab'.repeat(32), method: 'SYSTEM_PASSWORD', level: 'SIMPLE', authorizationId: 'j',
    } as const;
    const page = await printPdf(
      signaturePageDefinition({
        document: aDocument(),
        processNumber: 'PMC.2021.00035498-55',
        signatures: [signature],
        verification: { code: 'AB'.repeat(16), crc: '8CC0D39D' },
        verificationUrl: `https://city.example/verificar/${'AB'.repeat(16)}`,
      }),
    );
    const before = await PDFDocument.load(original);
    const after = await PDFDocument.load(await appendPages(original, page));
    expect(after.getPageCount()).toBe(before.getPageCount() + 1);
    expect(after.getTitle()).toBe('Termo de Credenciamento de Usuário Externo');
  }, 20_000);
});
