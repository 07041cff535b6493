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
  NUMBERING_BODY_UNKNOWN: {
    kind: 'not-found',
    pt: 'Nenhuma unidade deste município é do órgão "{body}". Confira a sigla ou cadastre antes a unidade.',
    en: 'No unit of this municipality belongs to the body "{body}". Check its acronym, or register the unit first.',
  },
  NUMBER_MASK_INVALID: {
    kind: 'invalid',
    pt: 'A máscara de numeração não está correta. {problems}',
    en: 'The number mask is not right. {problemsEn}',
  },
  NUMBER_MASKS_OVERLAP: {
    kind: 'invalid',
    pt: 'Com esta máscara, um processo poderia ter o mesmo número que um da máscara "{otherMask}", de outro órgão do município. Ponha na máscara a sigla ou o código do órgão.',
    en: 'With this mask a process could get the same number as one of the mask "{otherMask}", of another body of the municipality. Put the acronym or the code of the body into the mask.',
  },
  NUMBER_CODE_MISSING: {
    kind: 'invalid',
    pt: 'A máscara usa {token}, e o código do órgão ou da unidade não foi informado, ou não tem só dígitos. Informe-o na numeração do município.',
    en: 'The mask uses {token}, and the code of the body or of the unit was not given, or has more than digits. Give it in the numbering of the municipality.',
  },
  NUMBER_MASK_EXHAUSTED: {
    kind: 'conflict',
    pt: 'O valor {digits} não cabe em {token}. Aumente o número de dígitos na máscara.',
    en: 'The value {digits} does not fit {token}. Give it more digits in the mask.',
  },
});
