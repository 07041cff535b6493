import { defineErrors } from '@guiche/kit/errors';

/** Refusals about access from outside and requests to see a file. */
export const accessErrors = defineErrors({
  ACCESS_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos este acesso entre os que a sua unidade concedeu.',
    en: 'We did not find this access among those your unit granted.',
  },
  UNIT_WITHOUT_EMAIL: {
    kind: 'conflict',
    pt: 'A unidade não tem e-mail institucional. Peça ao administrador que o cadastre antes de conceder acesso.',
    en: 'The unit has no institutional e-mail. Ask the administrator to set it before granting access.',
  },
  ACCESS_DOCUMENTS_UNKNOWN: {
    kind: 'invalid',
    pt: 'Estes documentos não são deste processo, não estão disponíveis para a unidade, ou ainda são minutas: {documentIds}. Retire-os da lista.',
    en: 'These documents are not of this process, not available to the unit, or still drafts: {documentIds}. Take them off the list.',
  },
  ACCESS_TERMS_CHANGED: {
    kind: 'conflict',
    pt: 'A senha foi digitada para outros termos de acesso. Confira a prévia de novo e digite a senha outra vez.',
    en: 'The password was typed for other terms of access. Look at the preview again and type the password once more.',
  },
  ACCESS_ALREADY_ENDED: {
    kind: 'conflict',
    pt: 'Este acesso já foi cancelado ou expirou.',
    en: 'This access was cancelled or has expired already.',
  },
  ACCESS_NOT_BY_UNIT: {
    kind: 'conflict',
    pt: 'Este acesso foi criado pelo sistema e a unidade não pode cancelá-lo.',
    en: 'The system made this access; a unit cannot cancel it.',
  },
  // IN-30 (domain.md)
  INTIMATION_ACCESS_FIXED: {
    kind: 'conflict',
    pt: 'O acesso parcial de uma intimação não pode ser alterado nem cancelado.',
    en: 'The partial access of an intimation is never changed nor cancelled.',
  },
  // IN-31 (domain.md)
  INTIMATION_ACCESS_IN_COURSE: {
    kind: 'conflict',
    pt: 'O acesso integral de uma intimação só pode ser cancelado depois do cumprimento e do fim do prazo de resposta.',
    en: 'The integral access of an intimation is cancelled only after its fulfilment and the end of the response deadline.',
  },
  ACCESS_LINK_NOT_VALID: {
    kind: 'not-found',
    pt: 'Este link não vale mais: o acesso expirou ou foi cancelado. Fale com a unidade que o concedeu.',
    en: 'This link is no longer valid: the access has expired or was cancelled. Talk to the unit that granted it.',
  },
  ACCESS_CODE_WRONG: {
    kind: 'invalid',
    pt: 'O código não confere ou não vale mais. Peça um novo código pelo link do e-mail.',
    en: 'The code is wrong or no longer valid. Ask for a new code through the link of the e-mail.',
  },
  ACCESS_SESSION_ENDED: {
    kind: 'not-found',
    pt: 'O acesso terminou. Abra de novo o link do e-mail e peça outro código.',
    en: 'The access has ended. Open the link of the e-mail again and ask for another code.',
  },
  VISTA_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos este pedido de vista entre os que você pode ver.',
    en: 'We did not find this request among those you may see.',
  },
  VISTA_NOT_NEEDED: {
    kind: 'conflict',
    pt: 'Você já tem acesso a todos os documentos deste processo. Veja em "Processos liberados".',
    en: 'You may read all documents of this process already. See the released processes.',
  },
  VISTA_ALREADY_REQUESTED: {
    kind: 'conflict',
    pt: 'Você já pediu vista deste processo e a unidade ainda não respondeu. Acompanhe em "Meus pedidos de vista".',
    en: 'You have asked to see this process already and the unit has not answered yet. Follow it in your requests.',
  },
  VISTA_ALREADY_ANSWERED: {
    kind: 'conflict',
    pt: 'Este pedido de vista já foi respondido.',
    en: 'This request was answered already.',
  },
});
