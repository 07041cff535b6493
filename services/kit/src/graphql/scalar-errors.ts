import { defineErrors } from '../errors/index.ts';

/** Refusals of the scalars. What is personal is never helped with: nobody learns the right digits of a CPF. */
export const scalarErrors = defineErrors({
  INVALID_DATE: {
    kind: 'invalid',
    pt: 'A data não é válida. Use ano, mês e dia: 2026-03-18.',
    en: 'The date is not valid. Use year, month and day: 2026-03-18.',
  },
  INVALID_CPF: {
    kind: 'invalid',
    pt: 'O CPF não é válido. Confira os 11 dígitos.',
    en: 'The CPF is not valid. Check its 11 digits.',
  },
  INVALID_CNPJ: {
    kind: 'invalid',
    pt: 'O CNPJ não é válido. São 12 letras ou dígitos e 2 dígitos verificadores.',
    en: 'The CNPJ is not valid. It has 12 letters or digits and 2 check digits.',
  },
  WRONG_CNPJ_CHECK_DIGITS: {
    kind: 'invalid',
    pt: 'Os dígitos verificadores do CNPJ não conferem: para os demais caracteres, seriam {expectedCheckDigits}. Confira o que foi digitado.',
    en: 'The check digits of the CNPJ do not match: for its other characters they would be {expectedCheckDigits}. Check what was typed.',
  },
  INVALID_NUP: {
    kind: 'invalid',
    pt: 'O NUP não é válido. São 17 dígitos: 00000.000000/0000-00.',
    en: 'The NUP is not valid. It has 17 digits: 00000.000000/0000-00.',
  },
  WRONG_NUP_CHECK_DIGITS: {
    kind: 'invalid',
    pt: 'Os dígitos verificadores do NUP não conferem: para os demais dígitos, seriam {expectedCheckDigits}. Confira o que foi digitado.',
    en: 'The check digits of the NUP do not match: for its other digits they would be {expectedCheckDigits}. Check what was typed.',
  },
  INVALID_PROCESS_NUMBER: {
    kind: 'invalid',
    pt: 'Isto não é um número de processo. Use só letras, dígitos, espaços, pontos, barras e traços, com ao menos 7 dígitos.',
    en: 'This is not a process number. Use letters, digits, spaces, dots, slashes and dashes only, with 7 digits at least.',
  },
});
