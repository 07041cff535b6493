import { describe, expect, it } from '@jest/globals';
import { aDocument, aFile } from '../../test/builders.ts';
import { wordsOf } from './pdf-words.fixture.ts';
import { printPdf } from './print-pdf.ts';
import { signaturePageDefinition } from './signature-page-definition.ts';

describe('the page of signatures', () => {
  it('says who signed, in which capacity, when in Brasília, by which law and level, and how to verify it (SG-06)', async () => {
    const signature = {
      kind: 'SIGNATURE', signerKind: 'person', signerId: 'ana', signerName: 'Ana Souza', role: 'Usuário Externo', signedAt: new Date('2026-03-06T12:00:00Z'),
      sha256: 'ab'.repeat(32), method: 'SYSTEM_PASSWORD', level: 'SIMPLE', authorizationId: 'j',
    } as const;
    const url = `https://city.example/verificar/${'AB'.repeat(16)}`;
    const pdf = await printPdf(
      signaturePageDefinition({
        document: aDocument({ number: '4007094', file: aFile({ sha256: 'cd'.repeat(32) }) }),
        processNumber: 'PMC.2021.00035498-55',
        signatures: Array.from({ length: 12 }, () => signature),
        verification: { code: 'AB'.repeat(16), crc: '8CC0D39D' },
        verificationUrl: url,
      }),
    );
    const pages = await wordsOf(pdf);
    const text = pages.flat().map((word) => word.text).join('').replace(/\s+/g, ' ');
    for (const fact of [
      'Ana Souza', 'Usuário Externo', '06/03/2026 às 09:00:00', 'horário oficial de Brasília', 'Lei nº 14.063', 'nível simples',
      url, 'código verificador 4007094', 'código CRC 8CC0D39D', 'cd'.repeat(32), 'PMC.2021.00035498-55',
    ]) {
      expect(text.replace(/ /g, '')).toContain(fact.replace(/ /g, ''));
    }
    expect(text.match(/Ana Souza/g)).toHaveLength(12);
  }, 60_000);
});
