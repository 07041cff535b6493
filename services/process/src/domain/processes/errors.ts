import { defineErrors } from '@guiche/kit/errors';

/** Refusals about processes. */
export const caseErrors = defineErrors({
  PROCESS_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos este processo entre os que você pode ver.',
    en: 'We did not find this process among those you may see.',
  },
});
