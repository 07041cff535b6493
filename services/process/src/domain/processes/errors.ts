import { defineErrors } from '@guiche/kit/errors';

/** Refusals about processes. */
export const caseErrors = defineErrors({
  PROCESS_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos este processo entre os que você pode ver.',
    en: 'We did not find this process among those you may see.',
  },
  PROCESS_TYPE_UNKNOWN: {
    kind: 'invalid',
    pt: 'Não existe o tipo de processo "{typeKey}". Escolha um da lista.',
    en: 'There is no process type "{typeKey}". Choose one from the list.',
  },
  LEGAL_HYPOTHESIS_REQUIRED: {
    kind: 'invalid',
    pt: 'Informe a hipótese legal que autoriza restringir o acesso.',
    en: 'Give the legal hypothesis that allows restricting access.',
  },
  LEGAL_HYPOTHESIS_NOT_ALLOWED: {
    kind: 'invalid',
    pt: 'Um processo público não tem hipótese legal de restrição. Retire-a ou mude o nível de acesso.',
    en: 'A public process has no legal hypothesis. Remove it or change the access level.',
  },
});
