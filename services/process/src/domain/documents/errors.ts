import { defineErrors } from '@guiche/kit/errors';

/** Refusals about documents and their files. */
export const documentErrors = defineErrors({
  DOCUMENT_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos este documento entre os que você pode ver.',
    en: 'We did not find this document among those you may see.',
  },
  STAGED_FILE_LOST: {
    kind: 'unavailable',
    pt: 'O arquivo preparado se perdeu antes de ser usado. Tente de novo.',
    en: 'The prepared file was lost before it was used. Try again.',
  },
});
