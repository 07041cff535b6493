import { defineErrors } from '@guiche/kit/errors';

/** Refusals about issuing, and about what was issued. */
export const issuingErrors = defineErrors({
  UNIT_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Unidade não encontrada.',
    en: 'Unit not found.',
  },
  INTIMATION_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Intimação não encontrada.',
    en: 'Intimation not found.',
  },
  NOTICE_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Intimação não encontrada.',
    en: 'Notice not found.',
  },
  NOTICE_RIGHT_ENDED: {
    kind: 'forbidden',
    pt: 'Você não possui mais permissão para cumprir ou responder esta intimação.',
    en: 'You are no longer entitled to fulfil or answer this intimation.',
  },
  DOCUMENT_ALREADY_INTIMATED: {
    kind: 'conflict',
    pt: 'Há destinatários que já foram intimados de algum destes documentos. Retire-os, ou retire os documentos, e envie de novo.',
    en: 'Some recipients were intimated of one of these documents before. Take them or the documents out and send again.',
  },
  INTEGRAL_ACCESS_HELD: {
    kind: 'conflict',
    pt: 'Há destinatários que já têm acesso integral a este processo por intimação: a eles só cabe intimação com acesso integral.',
    en: 'Some recipients hold integral access to this process by an intimation: they can only be intimated with integral access.',
  },
  REPLACEMENT_NOT_CONFIRMED: {
    kind: 'conflict',
    pt: 'Há destinatários com acesso parcial a este processo por intimação. Confirme que o acesso parcial será substituído pelo integral.',
    en: 'Some recipients hold partial access to this process by an intimation. Confirm that integral access replaces it.',
  },
});
