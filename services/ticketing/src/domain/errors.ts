import { defineErrors } from '@guiche/kit/errors';

/** Refusals of ticketing. Codes are stable; `{name}` in a message is filled from the details. */
export const errors = defineErrors({
  SERVICE_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Serviço não encontrado.',
    en: 'Service not found.',
  },
  SERVICE_NOT_ACTIVE: {
    kind: 'conflict',
    pt: 'Este serviço não recebe novos chamados no momento.',
    en: 'This service takes no new tickets at the moment.',
  },
  UNIT_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos esta unidade entre as ativas que você pode usar. Confira a unidade e o município.',
    en: 'We did not find this unit among the active ones you may use. Check the unit and the municipality.',
  },
  MUNICIPALITY_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Município não encontrado.',
    en: 'Municipality not found.',
  },
  TICKET_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Chamado não encontrado.',
    en: 'Ticket not found.',
  },
  TICKET_ALREADY_OPEN: {
    kind: 'conflict',
    pt: 'Você já tem o chamado {number} aberto para este serviço. Acompanhe-o ou cancele-o antes de abrir outro.',
    en: 'You already have the open ticket {number} for this service. Follow it, or cancel it before opening another one.',
  },
  TICKET_ALREADY_TAKEN: {
    kind: 'conflict',
    pt: 'O chamado já foi assumido por outro atendente. Recarregue a fila.',
    en: 'The ticket has been taken by another clerk. Reload the queue.',
  },
  ASSIGNEE_NOT_IN_UNIT: {
    kind: 'conflict',
    pt: 'Este usuário não trabalha nesta unidade. Escolha alguém dela.',
    en: 'This member of the staff does not work in this unit. Choose somebody who does.',
  },
  TICKET_ALREADY_SOLVED: {
    kind: 'conflict',
    pt: 'O chamado já tem uma solução. Uma segunda só é possível se o requerente recusar a primeira.',
    en: 'The ticket has a solution already. A second one is possible only if the requester refuses the first.',
  },
  TICKET_WRONG_STATUS: {
    kind: 'conflict',
    pt: 'O chamado está na situação "{label}", que não permite esta ação.',
    en: 'The ticket is in the status {status}, which does not allow this.',
  },
  TICKET_NOT_PENDING: {
    kind: 'conflict',
    pt: 'O chamado não aguarda resposta. Para escrever nele, use o acompanhamento.',
    en: 'The ticket is not waiting for an answer. To write in it, add a follow-up.',
  },
  TICKET_NOT_CANCELLABLE: {
    kind: 'conflict',
    pt: 'O chamado já está em atendimento e não pode mais ser cancelado por aqui. Escreva ao atendente por um acompanhamento.',
    en: 'The ticket is being dealt with and can no longer be cancelled. Tell the clerk by a follow-up.',
  },
  APPROVAL_RUNNING: {
    kind: 'conflict',
    pt: 'A aprovação deste chamado está em processamento. Aguarde a conclusão.',
    en: 'The approval of this ticket is under way. Wait until it is done.',
  },
  APPROVAL_ALREADY_DONE: {
    kind: 'conflict',
    pt: 'O credenciamento deste chamado já foi concluído e não se repete. Responda com uma solução em texto.',
    en: 'The accreditation of this ticket is done and is not repeated. Answer with a solution in words.',
  },
  APPROVAL_NEEDED: {
    kind: 'conflict',
    pt: 'Um pedido de credenciamento se resolve pela aprovação ou pela recusa.',
    en: 'A request for accreditation is solved by approving or by refusing it.',
  },
  NOT_AN_ACCREDITATION: {
    kind: 'conflict',
    pt: 'Este chamado não é um pedido de credenciamento. Responda com uma solução em texto.',
    en: 'This ticket is not a request for accreditation. Answer with a solution in words.',
  },
  TOO_MANY_FILES: {
    kind: 'conflict',
    pt: 'Um chamado guarda no máximo {maximum} arquivos.',
    en: 'A ticket keeps at most {maximum} files.',
  },
});
