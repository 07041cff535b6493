import { describe, expect, it } from '@jest/globals';
import { composeCertificate } from '../../domain/intimations/certificate.ts';
import type { Binding } from '../../domain/intimations/binding.ts';
import type { PrintedCertificate } from '../../use-cases/intimations/ports.ts';
import { aMunicipality, aUnit } from '../../test/builders.ts';
import { certificateDefinition } from './certificate-definition.ts';
import { certificatePage } from './certificate-page.ts';
import { wordsOf } from './pdf-words.fixture.ts';
import { printPdf } from './print-pdf.ts';

const at = new Date('2026-03-18T12:00:00Z');
const binding: Binding = {
  id: 'i', municipalityId: 'campinas', processId: 'p', number: 'INT 2026/7', typeName: 'Notificação', unitId: 'u', staffId: 's', scope: 'PARTIAL', documentId: 'd',
  annexIds: [], documentLabel: 'Despacho 0000123', annexLabels: [], access: { accessLevel: 'PUBLIC', legalHypothesis: null }, boundAt: at, state: 'BOUND',
  pendingCount: 1, inCourseCount: 1, version: 1,
};

function aCertificate(name: string, annexLabels: readonly string[] = []): PrintedCertificate {
  const recipient = { kind: 'PERSON', name } as const;
  const fulfilment = { kind: 'TACIT', on: '2026-03-18', at, consultation: null, recipient, typeName: 'Notificação', issuedAt: at, tacitOn: '2026-03-18', responses: [] } as const;
  const processNumber = 'PMC.2026.00000001-22';
  const certificate = composeCertificate(fulfilment, { binding: { ...binding, annexLabels }, processNumber, unit: aUnit(), timeZone: 'America/Sao_Paulo' });
  return { ...certificate, municipality: aMunicipality(), letterhead: { municipalityId: 'campinas', lines: ['Av. Anchieta, 200 – Centro', 'Campinas – SP'] }, number: '0000124', processNumber, at };
}

/** All that a PDF says, each word once in a list that order does not matter to. */
async function said(pdf: Uint8Array): Promise<string[]> {
  return (await wordsOf(pdf)).flat().flatMap(({ text }) => text.split(/\s+/u)).filter((word) => word !== '').sort();
}

describe('a certificate printed the cheap way', () => {
  it('says the same as by the layout engine, letter by letter', async () => {
    const certificate = aCertificate('Ângelo José d’Ávila Muñoz – ÀÁÂÃÇÉÊÍÓÔÕÚÜ àáâãçéêíóôõúü ºª §1 "x" (y) [z] {w} & <b> 50% @ #');
    const page = await certificatePage(certificate);
    expect(await said(page ?? new Uint8Array())).toEqual(await said(await printPdf(certificateDefinition(certificate))));
  });

  it('stays within the margins, and its lines apart', async () => {
    const page = await certificatePage(aCertificate('Maria '.repeat(60)));
    const [words = []] = await wordsOf(page ?? new Uint8Array());
    expect(words.every(({ x, width }) => x >= 69.9 && x + width <= 525.5)).toBe(true);
    const lines = [...new Set(words.map(({ y }) => y))].sort((one, other) => other - one);
    expect(lines.slice(1).every((y, index) => (lines[index] ?? 0) - y >= 9)).toBe(true);
  });

  it.each([
    ['letters that its fonts do not have', aCertificate('Ζωή Παπαδοπούλου')],
    ['a word broader than the page', aCertificate('X'.repeat(200))],
    ['more than a page', aCertificate('Ana', Array.from({ length: 400 }, (_each, index) => `Despacho ${String(index).padStart(7, '0')}`))],
  ])('leaves %s to the engine', async (_what, certificate) => {
    expect(await certificatePage(certificate)).toBeUndefined();
    expect((await printPdf(certificateDefinition(certificate))).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
