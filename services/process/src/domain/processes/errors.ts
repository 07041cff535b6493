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
  PROCESS_CONCLUDED: {
    kind: 'conflict',
    pt: 'O processo está concluído em todas as unidades. Reabra-o em uma delas antes.',
    en: 'The process is concluded in all units. Reopen it in one of them first.',
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
    pt: 'Este usuário não trabalha nesta unidade. Escolha alguém dela.',
    en: 'This member of the staff does not work in this unit. Choose somebody who does.',
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
  INTIMATION_IN_COURSE: {
    kind: 'conflict',
    pt: 'A intimação {number} está em curso neste processo. Aguarde o cumprimento e o fim do prazo de resposta.',
    en: 'The intimation {number} is in course on this process. Wait until it is fulfilled and its response deadline has passed.',
  },
  PROCESS_SHOWN_BY_INTIMATION: {
    kind: 'conflict',
    pt: 'O processo anexado faz parte da intimação {number} e não pode ser desanexado.',
    en: 'The annexed process is part of the intimation {number} and cannot be detached.',
  },
  SAME_PROCESS: {
    kind: 'invalid',
    pt: 'Escolha outro processo: um processo não se anexa nem se relaciona a si mesmo.',
    en: 'Choose another process: a process is not annexed or related to itself.',
  },
  PROCESS_OPEN_ELSEWHERE: {
    kind: 'conflict',
    pt: 'O processo a anexar está aberto também em outras unidades. Peça que o concluam antes.',
    en: 'The process to annex is open in other units too. Ask them to conclude it first.',
  },
  SECRECY_DIFFERS: {
    kind: 'conflict',
    pt: 'Um processo sigiloso só se anexa a outro processo sigiloso, e um que não é, a outro que não é.',
    en: 'A secret process is annexed to a secret one only, and one that is not secret to one that is not.',
  },
  PROCESS_NOT_ANNEXED: {
    kind: 'conflict',
    pt: 'Este processo não está anexado ao processo indicado.',
    en: 'This process is not annexed to the process given.',
  },
  PROCESS_NOT_SECRET: {
    kind: 'conflict',
    pt: 'Só processos sigilosos têm credenciais.',
    en: 'Only secret processes have credentials.',
  },
  NOT_ON_THE_STAFF: {
    kind: 'not-found',
    pt: 'Não encontramos este usuário entre os que trabalham na prefeitura.',
    en: 'We did not find this member of the staff among those who work for the city.',
  },
  LAST_CREDENTIAL: {
    kind: 'conflict',
    pt: 'Esta é a última credencial do processo. Conceda outra antes de cassá-la.',
    en: 'This is the last credential of the process. Grant another one before revoking it.',
  },
  TOO_MANY_CREDENTIALS: {
    kind: 'conflict',
    pt: 'Um processo sigiloso tem no máximo {maximum} credenciais. Casse uma que não seja mais necessária.',
    en: 'A secret process has at most {maximum} credentials. Revoke one that is no longer needed.',
  },
  LEGAL_HYPOTHESIS_WITHOUT_LEVEL: {
    kind: 'invalid',
    pt: 'Informe o nível de acesso junto com a hipótese legal.',
    en: 'Give the access level together with the legal hypothesis.',
  },
});
