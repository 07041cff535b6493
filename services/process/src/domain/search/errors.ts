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
  PUBLIC_SEARCH_PROOF_REQUIRED: {
    kind: 'invalid',
    pt: 'Resolva o desafio contra robôs (publicSearchChallenge) e envie a solução em "proof", ou entre no sistema.',
    en: 'Solve the puzzle against robots (publicSearchChallenge) and send its solution as "proof", or log in.',
  },
  PUBLIC_SEARCH_PROOF_INVALID: {
    kind: 'invalid',
    pt: 'A solução do desafio contra robôs não confere, venceu ou já foi usada demais. Peça outro desafio.',
    en: 'The solution of the puzzle against robots is wrong, has expired or was used too often. Ask for another puzzle.',
  },
  MOVEMENT_KIND_NOT_PUBLIC: {
    kind: 'invalid',
    pt: 'O histórico público não mostra andamentos do tipo "{kind}". Escolha entre: {allowed}.',
    en: 'The public history does not show movements of the kind "{kind}". Choose among: {allowed}.',
  },
  SEARCH_TOO_BROAD: {
    kind: 'invalid',
    pt: 'A pesquisa encontra documentos demais para terminar a tempo. Acrescente uma palavra mais rara ou um filtro.',
    en: 'The search matches too many documents to finish in time. Add a rarer word or a filter.',
  },
});
