import { defineErrors } from '@guiche/kit/errors';

/** Refusals about electronic intimations. */
export const intimationErrors = defineErrors({
  INTIMATION_PROCESS_NOT_RUNNING: {
    kind: 'conflict',
    pt: 'O processo não está em andamento. Só se intima em processo que não esteja sobrestado, bloqueado, anexado ou cancelado.',
    en: 'The process does not run. Intimate only in a process that is not suspended, blocked, annexed or cancelled.',
  },
  INTIMATION_DOCUMENT_EXTERNAL: {
    kind: 'conflict',
    pt: 'O documento {number} não foi gerado por uma unidade neste processo. Intime com um documento gerado nele e envie este como anexo.',
    en: 'Document {number} was not made by a unit in this process. Intimate with one that was, and send this one as an annex.',
  },
  INTIMATION_DOCUMENT_CANCELLED: {
    kind: 'conflict',
    pt: 'O documento {number} foi cancelado. Escolha outro.',
    en: 'Document {number} was cancelled. Choose another one.',
  },
  DOCUMENT_NOT_SIGNED: {
    kind: 'conflict',
    pt: 'O documento {number} ainda não foi assinado por um usuário interno. Assine-o primeiro.',
    en: 'Document {number} has not been signed by a member of the staff yet. Sign it first.',
  },
  INTIMATION_DOCUMENT_TYPE_NOT_TAKEN: {
    kind: 'conflict',
    pt: 'Documentos do tipo "{type}" não são usados em intimações neste município. Use outro tipo ou peça ao administrador que o habilite.',
    en: 'Documents of the type "{type}" are not used in intimations in this municipality. Use another type, or ask the administrator to enable it.',
  },
  INTIMATION_DOCUMENT_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Um dos documentos da intimação não existe neste processo. Escolha-o de novo.',
    en: 'A document of the intimation is not in this process. Choose it again.',
  },
  INTIMATION_STAFF_NOT_IN_UNIT: {
    kind: 'forbidden',
    pt: 'Quem pediu a intimação não atua na unidade. Peça a quem atua nela.',
    en: 'Who asked for the intimation does not work in the unit. Ask somebody who does.',
  },
  INTEGRAL_ACCESS_HELD: {
    kind: 'conflict',
    pt: 'Há destinatário que já tem acesso integral a este processo por outra intimação. Intime-o com acesso integral.',
    en: 'A recipient has integral access to this process by another intimation already. Intimate with integral access.',
  },
  PARTIAL_ACCESS_HELD: {
    kind: 'conflict',
    pt: 'Há destinatário que tem acesso parcial a este processo por outra intimação. Confirme que o acesso integral o substitui.',
    en: 'A recipient has partial access to this process by another intimation. Confirm that the integral one takes its place.',
  },
  NOTICE_NOT_BOUND_YET: {
    kind: 'unavailable',
    pt: 'A intimação ainda não chegou a este serviço. Tente de novo em instantes.',
    en: 'The intimation has not reached this service yet. Try again in a moment.',
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
  RESPONSE_TOO_EARLY: {
    kind: 'conflict',
    pt: 'Esta intimação ainda não foi cumprida. Consulte-a primeiro; depois disso poderá responder.',
    en: 'This intimation is not fulfilled yet. Open it first; you can answer after that.',
  },
  RESPONSE_TOO_LATE: {
    kind: 'conflict',
    pt: 'O prazo desta resposta terminou em {dueOn}, às 23:59:59. Se ainda quiser se manifestar, faça uma petição intercorrente.',
    en: 'The deadline of this response ended on {dueOn} at 23:59:59. If you still want to be heard, file an intercurrent petition.',
  },
  RESPONSE_TYPE_NOT_OFFERED: {
    kind: 'invalid',
    pt: 'Esta intimação não aceita este tipo de resposta. Escolha um dos que ela oferece.',
    en: 'This intimation does not take this type of response. Choose one that it offers.',
  },
});
