import { defineErrors } from '@guiche/kit/errors';

/** Refusals about the process of an accreditation. */
export const accreditationErrors = defineErrors({
  SHEET_UNREADABLE: {
    kind: 'invalid',
    pt: 'Os dados do cadastro não puderam ser lidos. Confira o cadastro da pessoa e aprove o chamado de novo.',
    en: 'The registration data could not be read. Check the person\'s registration and approve the ticket again.',
  },
  ROUND_NOT_OVER_YET: {
    kind: 'unavailable',
    pt: 'A recusa da aprovação anterior ainda não chegou a este serviço.',
    en: 'The refusal of the approval before has not reached this service yet.',
  },
});
