import { defineErrors } from '@guiche/kit/errors';

/** Refusals about types and legal hypotheses. */
export const catalogueErrors = defineErrors({
  PROCESS_TYPE_UNKNOWN: {
    kind: 'invalid',
    pt: 'Não existe o tipo de processo "{typeKey}" entre os que você pode usar. Escolha um da lista.',
    en: 'There is no process type "{typeKey}" among those you may use. Choose one from the list.',
  },
  PROCESS_TYPE_NOT_IN_UNIT: {
    kind: 'invalid',
    pt: 'O tipo de processo "{type}" não pode ser usado nesta unidade. Escolha outro tipo ou outra unidade.',
    en: 'The process type "{type}" may not be used in this unit. Choose another type or another unit.',
  },
  DOCUMENT_TYPE_UNKNOWN: {
    kind: 'invalid',
    pt: 'Não existe o tipo de documento "{typeKey}" para este uso. Escolha um da lista.',
    en: 'There is no document type "{typeKey}" for this use. Choose one from the list.',
  },
  ACCESS_LEVEL_NOT_ALLOWED: {
    kind: 'invalid',
    pt: 'Este tipo não aceita o nível de acesso escolhido. Use: {allowed}.',
    en: 'This type does not take the chosen access level. Use: {allowed}.',
  },
  LEGAL_HYPOTHESIS_REQUIRED: {
    kind: 'invalid',
    pt: 'Informe a hipótese legal que autoriza restringir o acesso.',
    en: 'Give the legal hypothesis that allows restricting access.',
  },
  LEGAL_HYPOTHESIS_NOT_ALLOWED: {
    kind: 'invalid',
    pt: 'O que é público não tem hipótese legal de restrição. Retire-a ou mude o nível de acesso.',
    en: 'What is public has no legal hypothesis. Remove it or change the access level.',
  },
  LEGAL_HYPOTHESIS_UNKNOWN: {
    kind: 'invalid',
    pt: 'Não existe a hipótese legal "{key}" para este nível de acesso. Escolha uma da lista.',
    en: 'There is no legal hypothesis "{key}" for this access level. Choose one from the list.',
  },
  CATALOGUE_KEY_INVALID: {
    kind: 'invalid',
    pt: 'A chave "{key}" não serve. Use de 2 a 60 letras minúsculas sem acento, algarismos e hifens.',
    en: 'The key "{key}" will not do. Use 2 to 60 lower-case letters without accents, digits and hyphens.',
  },
});
