import { defineErrors } from '@guiche/kit/errors';

/** Refusals about who can be intimated. */
export const recipientErrors = defineErrors({
  RECIPIENT_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Destinatário não encontrado.',
    en: 'Recipient not found.',
  },
});
