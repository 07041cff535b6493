import { defineErrors } from '@guiche/kit/errors';

/** Refusals about process numbers. */
export const numberErrors = defineErrors({
  PROCESS_NUMBER_TAKEN: {
    kind: 'unavailable',
    pt: 'O número sorteado para o processo já existe. Tente de novo.',
    en: 'The number taken for the process exists already. Try again.',
  },
  NUMBERING_NOT_CONFIGURED: {
    kind: 'conflict',
    pt: 'A numeração de processos do município não está configurada. Peça à administração que a configure.',
    en: 'The process numbering of the municipality is not configured. Ask its administrators to configure it.',
  },
  NUMBER_MASK_INVALID: {
    kind: 'invalid',
    pt: 'A máscara de numeração não está correta: {problem}.',
    en: 'The number mask is not right: {problem}.',
  },
  NUMBER_CODE_MISSING: {
    kind: 'invalid',
    pt: 'A máscara usa um código de órgão ou de unidade que não foi informado só com dígitos. Informe-o.',
    en: 'The mask uses a body or unit code that was not given in digits. Give it.',
  },
  NUMBER_MASK_EXHAUSTED: {
    kind: 'conflict',
    pt: 'O valor {digits} não cabe na máscara de numeração. Aumente o número de dígitos.',
    en: 'The value {digits} does not fit the number mask. Give it more digits.',
  },
});
