import { defineErrors } from '@guiche/kit/errors';

/** Refusals about issuing, and about what was issued. */
export const issuingErrors = defineErrors({
  UNIT_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos esta unidade entre as ativas que você pode usar. Confira a unidade e o município.',
    en: 'We did not find this unit among the active ones you may use. Check the unit and the municipality.',
  },
  INTIMATION_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Intimação não encontrada.',
    en: 'Intimation not found.',
  },
  NOTICE_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos esta intimação entre as suas.',
    en: 'We did not find this intimation among yours.',
  },
  NOTICE_RIGHT_ENDED: {
    kind: 'forbidden',
    pt: 'Você não possui mais permissão para cumprir ou responder esta intimação. Regularize o seu credenciamento ou a sua representação no município.',
    en: 'You may no longer fulfil or answer this intimation. Put your accreditation or your power to represent in order with the municipality.',
  },
  DOCUMENT_ALREADY_INTIMATED: {
    kind: 'conflict',
    pt: 'Há destinatários que já foram intimados de algum destes documentos. Retire-os, ou retire os documentos, e envie de novo.',
    en: 'Some recipients were intimated of one of these documents before. Take them or the documents out and send again.',
  },
  INTEGRAL_ACCESS_HELD: {
    kind: 'conflict',
    pt: 'Há destinatário que já tem acesso integral a este processo por outra intimação. Intime-o com acesso integral.',
    en: 'A recipient has integral access to this process by another intimation already. Intimate with integral access.',
  },
  REPLACEMENT_NOT_CONFIRMED: {
    kind: 'conflict',
    pt: 'Há destinatários com acesso parcial a este processo por intimação. Confirme que o acesso parcial será substituído pelo integral.',
    en: 'Some recipients hold partial access to this process by an intimation. Confirm that integral access replaces it.',
  },
});
