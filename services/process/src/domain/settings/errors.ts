import { defineErrors } from '@guiche/kit/errors';

/** Refusals about municipalities, units and their settings. */
export const settingErrors = defineErrors({
  MUNICIPALITY_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Município não encontrado.',
    en: 'Municipality not found.',
  },
  UNIT_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos esta unidade entre as ativas que você pode usar. Confira a unidade e o município.',
    en: 'We did not find this unit among the active ones you may use. Check the unit and the municipality.',
  },
  LETTERHEAD_TOO_LONG: {
    kind: 'invalid',
    pt: 'O timbre tem no máximo {maximum} linhas.',
    en: 'A letterhead has at most {maximum} lines.',
  },
  MUNICIPALITY_NOT_KNOWN_YET: {
    kind: 'unavailable',
    pt: 'Os dados do município ainda não chegaram a este serviço.',
    en: 'The data of the municipality have not reached this service yet.',
  },
});
