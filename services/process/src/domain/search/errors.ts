import { defineErrors } from '@guiche/kit/errors';

/** Refusals of search. */
export const searchErrors = defineErrors({
  SEARCH_EMPTY: {
    kind: 'invalid',
    pt: 'Informe ao menos uma palavra, um número ou um filtro. Palavras como "de" e "para" não bastam.',
    en: 'Give at least one word, number or filter. Words such as "de" and "para" are not enough.',
  },
  SEARCH_TOO_LONG: {
    kind: 'invalid',
    pt: 'Use no máximo {maximum} palavras na pesquisa.',
    en: 'Use at most {maximum} words in a search.',
  },
  SEARCH_TOO_BROAD: {
    kind: 'invalid',
    pt: 'A pesquisa encontra documentos demais para terminar a tempo. Acrescente uma palavra mais rara ou um filtro.',
    en: 'The search matches too many documents to finish in time. Add a rarer word or a filter.',
  },
});
