import { defineErrors } from '@guiche/kit/errors';

/** Refusals about types of intimation and of response. */
export const typeErrors = defineErrors({
  INTIMATION_TYPE_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Tipo de intimação não encontrado.',
    en: 'Type of intimation not found.',
  },
  RESPONSE_TYPE_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Tipo de resposta não encontrado.',
    en: 'Response type not found.',
  },
  INTIMATION_TYPE_NAME_TAKEN: {
    kind: 'conflict',
    pt: 'Já existe um tipo de intimação com este nome. Use outro nome.',
    en: 'There is a type of intimation with this name already. Use another name.',
  },
  RESPONSE_TYPE_NAME_TAKEN: {
    kind: 'conflict',
    pt: 'Já existe um tipo de resposta com este nome. Use outro nome.',
    en: 'There is a response type with this name already. Use another name.',
  },
  INTIMATION_TYPE_IN_USE: {
    kind: 'conflict',
    pt: 'Este tipo já foi usado em intimações e não pode ser excluído. Desative-o.',
    en: 'Intimations were made with this type, so it cannot be deleted. Make it inactive.',
  },
  RESPONSE_TYPE_IN_USE: {
    kind: 'conflict',
    pt: 'Este tipo de resposta já foi usado, em intimações ou em tipos de intimação, e não pode ser excluído. Desative-o.',
    en: 'Intimations or types of intimation use this response type, so it cannot be deleted. Make it inactive.',
  },
});
