import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMunicipality } from '../../test/builders.ts';
import { aPng, pngUri } from '../content/png.fixture.ts';
import { sanitiseContent } from '../content/sanitise-content.ts';
import { documentDefinition } from './document-definition.ts';
import { fontFor, stretchesByFont } from './font-for.ts';
import { wordsOf } from './pdf-words.fixture.ts';
import { printPdf } from './print-pdf.ts';

const pagesOf = async (html: string, change: { title?: string } = {}) => {
  const pdf = await printPdf(
    documentDefinition({
      html: sanitiseContent(html).html,
      municipality: aMunicipality(),
      letterhead: { municipalityId: 'campinas', lines: ['Avenida Anchieta, nº 200'] },
      unit: { name: 'Protocolo Geral', acronym: 'PG' },
      number: '4007094',
      processNumber: 'PMC.2021.00035498-55',
      type: 'Despacho',
      title: 'Pedido de alvará',
      at: new Date('2026-03-06T12:00:00Z'),
      ...change,
    }),
  );
  return wordsOf(pdf);
};
const textsOf = (pages: Awaited<ReturnType<typeof wordsOf>>) => pages.map((words) => words.map(({ text }) => text).join(''));
const rightmost = (pages: Awaited<ReturnType<typeof wordsOf>>) => Math.max(...pages.flat().map(({ x, width }) => x + width));

describe('a born-digital document on paper', () => {
  it('has letterhead, unit and title, its words with all letters of Portuguese, and the numbers below', async () => {
    const letters = 'ÁÀÂÃÉÊÍÓÔÕÚÜÇ áàâãéêíóôõúüç ºª§ “” – — R$ 1.532,70 ½ ≤';
    const [page = '', ...others] = textsOf(await pagesOf(`<p>${letters} <b>negrito</b> <i>itálico</i> m<sup>2</sup></p><ol type="I"><li>um</ol>`));
    expect(others).toEqual([]);
    for (const text of [
      aMunicipality().name.toUpperCase(), 'Avenida Anchieta, nº 200', 'PG - Protocolo Geral', 'DESPACHO – PEDIDO DE ALVARÁ',
      letters, 'negrito', 'itálico', 'm2', 'I\u00a0–', 'Processo PMC.2021.00035498-55', 'Documento 4007094', 'Página 1 de 1',
    ]) {
      expect(page.replace(/\u00a0/g, ' ')).toContain(text.replace(/\u00a0/g, ' '));
    }
  }, 60_000);

  it('goes on over pages, each with its name above and its number below', async () => {
    const pages = textsOf(await pagesOf('<p>Relatório das obras. </p>'.repeat(100)));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain(`Página ${String(index + 1)} de ${String(pages.length)}`);
      expect(page.includes('Despacho – Pedido de alvará (4007094)')).toBe(index > 0);
    });
  }, 60_000);

  it('repeats the header of a long table on every page, and loses no row', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => `<tr><td>linha-${String(index)}<td>Rua Barão de Jaguara`).join('');
    const pages = textsOf(await pagesOf(`<table><tr><th>Número<th>Endereço completo${rows}</table>`));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.every((page) => page.includes('Endereço completo'))).toBe(true);
    expect(pages.join('').match(/linha-\d+/g)).toHaveLength(120);
  }, 60_000);

  it.each([
    ['a word', `<p>${'a1b2c3d4e5'.repeat(100)}</p>`],
    ['a word in a cell', `<table><tr><td>${'W'.repeat(300)}<td>x<td>${'m'.repeat(100)}</table>`],
    ['many columns', `<table><tr>${'<td>Conformidade'.repeat(24)}</table>`],
    ['deep lists', `${'<ul><li>'.repeat(8)}${'palavra '.repeat(40)}`],
    ['tables in tables', `${'<table><tr><td>a<td>'.repeat(5)}${'palavra '.repeat(20)}`],
  ])('%s that is too long does not leave the page', async (_what, html) => {
    expect(rightmost(await pagesOf(html))).toBeLessThanOrEqual(595 - 60);
  }, 60_000);

  it('breaks the page where the author did', async () => {
    const pages = textsOf(await pagesOf('<p>antes</p><hr class="page-break"><p>depois</p><hr class="page-break">'));
    expect(pages).toHaveLength(2);
    expect(pages[1]).toContain('depois');
  }, 60_000);

  it('stretches a justified line at its spaces only', async () => {
    const [page = []] = await pagesOf(`<p style="text-align:justify">${'Maria da Silva e João de Barros '.repeat(3)}<b>Xisto</b>, engenheiro, que requer a licença da obra</p>`);
    const name = page.find(({ text }) => text === 'Xisto');
    const after = page.find(({ text }) => text.startsWith(','));
    expect([name, after]).not.toContain(undefined);
    expect((after?.x ?? 0) - ((name?.x ?? 0) + (name?.width ?? 0))).toBeLessThan(0.5);
  }, 60_000);

  it('can be printed whatever an accepted content holds', async () => {
    const leaf = fc.constantFrom('texto', '<b>x</b> <i>y</i>', '', '<br>', '☑ 山田 💥', `<img src="${pngUri(aPng())}">`, '<hr>', '<h1>t</h1>', '<p></p>', '<hr class=page-break>');
    const { html } = fc.letrec<{ html: string }>((tie) => ({
      html: fc.oneof({ maxDepth: 4 }, leaf, fc.tuple(fc.constantFrom('ul', 'ol', 'quote', 'table', 'head', 'span'), fc.array(tie('html'), { maxLength: 4 })).map(([kind, parts]) => {
        if (kind === 'quote') return `<blockquote>${parts.join('')}</blockquote>`;
        if (kind === 'table') return `<table>${parts.map((part, index) => `<tr><td rowspan="${String(index + 2)}">${part}<td>a${'<td>b'.repeat(index)}`).join('')}</table>`;
        if (kind === 'head') return `<table>${parts.map((part) => `<tr><th colspan=2>${part}<th rowspan=3>x`).join('')}</table>`;
        if (kind === 'span') return `<table><tr>${parts.map((part, index) => `<td colspan="${String(index + 1)}">${part}`).join('')}<tr><td>x</table>`;
        return `<${kind}>${parts.map((part) => `<li>${part}`).join('')}</${kind}>`;
      })),
    }));
    await fc.assert(
      fc.asyncProperty(html, async (source) => {
        const { problems } = sanitiseContent(source);
        if (problems.length > 0) return;
        expect((await pagesOf(source)).length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  }, 180_000);
});

describe('the fonts', () => {
  it('have every letter that is printed with them', () => {
    const require = createRequire(import.meta.url);
    const ofPdfmake = createRequire(require.resolve('pdfmake/package.json'));
    const fontkit = createRequire(ofPdfmake.resolve('pdfkit'))('fontkit');
    const faces = ['Regular', 'Medium', 'Italic', 'MediumItalic'].map((face) => fontkit.openSync(ofPdfmake.resolve(`pdfmake/fonts/Roboto/Roboto-${face}.ttf`)));
    const missing: string[] = [];
    for (let code = 0x20; code < 0x10000; code += 1) {
      const isSurrogate = code >= 0xd800 && code < 0xe000;
      if (isSurrogate || fontFor(String.fromCharCode(code)) !== 'Roboto') continue;
      if (!faces.every((face) => face.hasGlyphForCodePoint(code))) missing.push(code.toString(16));
    }
    expect(missing).toEqual([]);
  });

  it('change only for the word that needs it', () => {
    expect(stretchesByFont('☑ sim, João')).toEqual([{ text: '☑ ', font: 'DejaVu' }, { text: 'sim, João', font: 'Roboto' }]);
  });
});
