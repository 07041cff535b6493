import { describe, expect, it } from '@jest/globals';
import { nameWords } from './name-words.ts';

describe('the words of a name', () => {
  it.each([
    ['João da CONCEIÇÃO', ['joao', 'da', 'conceicao']],
    ["Ana D'Ávila-Sá", ['ana', 'd', 'avila', 'sa']],
    ['  Ana   Ana ', ['ana']],
    ['.*$ ^[]', []],
  ])('of %j are %j, without anything an expression could be made of', (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });
});
