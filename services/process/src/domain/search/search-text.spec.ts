import { describe, expect, it } from '@jest/globals';
import { parseSearchText } from './search-text.ts';

const asItIs = (word: string): string => word;

describe('the text of a search', () => {
  it('asks for all of its words, without accents, case, stop words and repetition', () => {
    expect(parseSearchText('Alvará de CONSTRUÇÃO para o alvara', asItIs).terms).toEqual(['alvara', 'construcao']);
  });

  it('asks for words in quotes exactly so, stop words among them', () => {
    const { terms, phrases } = parseSearchText('muro "alvará de construção" “uso do solo”', asItIs);
    expect(phrases).toEqual([['alvara', 'de', 'construcao'], ['uso', 'do', 'solo']]);
    expect(terms).toEqual(['muro', 'alvara', 'construcao', 'uso', 'solo']);
  });

  it('takes a quote that is never closed for no quote', () => {
    expect(parseSearchText('"alvará de', asItIs)).toEqual({ terms: ['alvara'], phrases: [], numberKey: null });
  });

  it.each([
    ['pmc 2021 00035498 55', 'PMC20210003549855'],
    ['PMC.2021.00035498-55', 'PMC20210003549855'],
    ['SEI-120001/004651/2022', 'SEI1200010046512022'],
    ['PMP 2023/500100', 'PMP2023500100'],
    [' 53500.052679/2020-08 ', '53500052679202008'],
    ['0000123', '0000123'],
  ])('%j may be a number (PT-20)', (text, key) => {
    expect(parseSearchText(text, asItIs).numberKey).toBe(key);
  });

  it.each(['alvará', '"2021 00035498"', 'lote 12 quadra 3b', '12', 'rua 7 de setembro'])('%j is no number', (text) => {
    expect(parseSearchText(text, asItIs).numberKey).toBeNull();
  });

  it('of too many words is refused, and says how many there may be', () => {
    expect(() => parseSearchText('um dois '.repeat(20), asItIs)).toThrow(expect.objectContaining({ code: 'SEARCH_TOO_LONG' }));
  });

  it('of stop words only asks for nothing', () => {
    expect(parseSearchText('de para com', asItIs).terms).toEqual([]);
  });
});
