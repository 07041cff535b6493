import { defineErrors } from '@guiche/kit/errors';

/** Refusals about processes. */
export const caseErrors = defineErrors({
  PROCESS_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos este processo entre os que você pode ver.',
    en: 'We did not find this process among those you may see.',
  },
  PROCESS_NOT_OPEN_IN_UNIT: {
    kind: 'conflict',
    pt: 'O processo não está aberto na unidade {acronym}. Reabra-o nela ou aja pela unidade em que ele está.',
    en: 'The process is not open in the unit {acronym}. Reopen it there, or act for the unit where it is.',
  },
  PROCESS_NEVER_IN_UNIT: {
    kind: 'conflict',
    pt: 'O processo nunca esteve na unidade {acronym} e por isso não pode ser reaberto nela. Peça a uma unidade em que ele esteve que o envie.',
    en: 'The process was never in the unit {acronym}, so it cannot be reopened there. Ask a unit where it was to send it.',
  },
  PROCESS_SUSPENDED: {
    kind: 'conflict',
    pt: 'O processo está sobrestado. Encerre o sobrestamento antes.',
    en: 'The process is suspended. Resume it first.',
  },
  PROCESS_NOT_SUSPENDED: {
    kind: 'conflict',
    pt: 'O processo não está sobrestado.',
    en: 'The process is not suspended.',
  },
  PROCESS_ANNEXED: {
    kind: 'conflict',
    pt: 'O processo foi anexado a outro e continua dentro dele. Aja no processo principal.',
    en: 'The process was annexed to another one and goes on inside it. Act on the principal process.',
  },
  PROCESS_BLOCKED: {
    kind: 'conflict',
    pt: 'O processo está bloqueado e não pode ser alterado aqui.',
    en: 'The process is blocked and cannot be changed here.',
  },
  UNIT_CANNOT_RECEIVE: {
    kind: 'conflict',
    pt: 'A unidade {acronym} não recebe processos no momento. Escolha outra.',
    en: 'The unit {acronym} takes no processes at the moment. Choose another one.',
  },
  SENT_TO_ITSELF: {
    kind: 'invalid',
    pt: 'O processo já está na unidade {acronym}. Escolha outras unidades de destino.',
    en: 'The process is in the unit {acronym} already. Choose other units to send it to.',
  },
  UNIT_WITHOUT_CREDENTIAL: {
    kind: 'conflict',
    pt: 'Ninguém da unidade {acronym} tem credencial neste processo sigiloso. Conceda uma antes de enviar.',
    en: 'Nobody of the unit {acronym} has a credential for this secret process. Grant one before sending it.',
  },
  ASSIGNEE_NOT_IN_UNIT: {
    kind: 'conflict',
    pt: 'Este usuário não trabalha na unidade {acronym}. Escolha alguém dela.',
    en: 'This member of the staff does not work in the unit {acronym}. Choose somebody who does.',
  },
  ASSIGNEE_WITHOUT_CREDENTIAL: {
    kind: 'conflict',
    pt: 'Este usuário não tem credencial neste processo sigiloso. Conceda uma antes de atribuir.',
    en: 'This member of the staff has no credential for this secret process. Grant one before assigning it.',
  },
  UNSIGNED_DOCUMENTS_LEFT: {
    kind: 'conflict',
    pt: 'O processo tem {count} documento(s) não assinado(s). Assine ou exclua antes de encerrar a última tramitação.',
    en: 'The process has {count} unsigned document(s). Sign or remove them before it is closed in the last unit.',
  },
});
