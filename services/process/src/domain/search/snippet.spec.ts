import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { snippetOf } from './snippet.ts';

const asItIs = (word: string): string => word;
const shown = (text: string, ...terms: string[]): string =>
  snippetOf(text, { terms }, asItIs).map((part) => (part.matched ? `[${part.text}]` : part.text)).join('');

describe('a snippet', () => {
  it('marks what was searched for as it is written in the text', () => {
    expect(shown('O Alvará de Construção foi negado.', 'alvara', 'construcao')).toBe('O [Alvará] de [Construção] foi negado.');
  });

  it('is cut at words around the place where most terms are', () => {
    const snippet = shown(`muro ${'palavra '.repeat(80)}do muro e da calçada ${'palavra '.repeat(80)}`, 'muro', 'calcada');
    expect(snippet).toContain('do [muro] e da [calçada] palavra');
    expect(snippet).toMatch(/^… palavra .* palavra …$/);
    expect(snippet.length).toBeLessThan(320);
  });

  it('is nothing where no term is', () => {
    expect(snippetOf('nada aqui', { terms: ['muro'] }, asItIs)).toEqual([]);
  });

  it('is text, whatever markup the text holds', () => {
    expect(snippetOf('<b onclick=x>muro</b>', { terms: ['muro'] }, asItIs)).toEqual([
      { text: '<b onclick=x>', matched: false },
      { text: 'muro', matched: true },
      { text: '</b>', matched: false },
    ]);
  });

  it('never shows more than its measure, and only what is in the text', () => {
    const words = fc.array(fc.constantFrom('muro', 'Calçada', 'x'.repeat(500), 'a', '\n', '<i>'), { maxLength: 200 });
    fc.assert(
      fc.property(words, (pieces) => {
        const text = pieces.join(' ');
        const parts = snippetOf(text, { terms: ['muro', 'calcada'] }, asItIs);
        const length = parts.reduce((sum, part) => sum + part.text.length, 0);
        return length <= 260 && parts.filter(({ matched }) => matched).every((part) => text.includes(part.text));
      }),
    );
  });
});
