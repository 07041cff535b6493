import { defineErrors } from '@guiche/kit/errors';

/** Refusals about what units ask of persons (pendências). */
export const taskErrors = defineErrors({
  TASK_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos esta pendência entre as que você pode ver.',
    en: 'We did not find this task among those you may see.',
  },
  TASK_PERSON_WITHOUT_ACCESS: {
    kind: 'conflict',
    pt: 'Esta pessoa não é interessada no processo nem tem acesso a ele. Inclua-a como interessada ou conceda acesso antes.',
    en: 'This person is no interested party of the process and has no access to it. Add the person or grant access first.',
  },
  TASK_ALREADY_RESOLVED: {
    kind: 'conflict',
    pt: 'Esta pendência já foi respondida e aguarda a análise da unidade.',
    en: 'This task was answered already and waits for the unit.',
  },
  TASK_NOT_RESOLVED: {
    kind: 'conflict',
    pt: 'A pessoa ainda não respondeu a esta pendência. Aguarde a resposta ou cancele a pendência.',
    en: 'The person has not answered this task yet. Wait for the answer or cancel the task.',
  },
  TASK_EXPIRED: {
    kind: 'conflict',
    pt: 'O prazo desta pendência terminou em {dueOn}. Fale com a unidade se ainda for preciso responder.',
    en: 'The due date of this task was {dueOn}. Talk to the unit if an answer is still needed.',
  },
  TASK_ENDED: {
    kind: 'conflict',
    pt: 'Esta pendência já foi encerrada ({state}).',
    en: 'This task has ended already ({state}).',
  },
  TASK_DOCUMENTS_MISSING: {
    kind: 'invalid',
    pt: 'Faltam documentos exigidos nesta pendência: {missing}. Anexe-os e conclua de novo.',
    en: 'Documents that this task requires are missing: {missing}. Attach them and complete it again.',
  },
  TASK_ANSWER_EMPTY: {
    kind: 'invalid',
    pt: 'Escreva a resposta ou anexe ao menos um documento.',
    en: 'Write the answer or attach at least one document.',
  },
  TASK_SIGNATURE_REQUIRED: {
    kind: 'invalid',
    pt: 'Esta pendência exige assinatura. Digite a senha e aceite o termo de responsabilidade para concluir.',
    en: 'This task wants a signature. Type the password and accept the responsibility term to complete it.',
  },
  TASK_SIGNATURE_NOT_ASKED: {
    kind: 'invalid',
    pt: 'A unidade não pediu assinatura nesta pendência. Conclua sem assinar.',
    en: 'The unit asks for no signature in this task. Complete it without signing.',
  },
  TASK_ANSWER_CHANGED: {
    kind: 'conflict',
    pt: 'A resposta mudou depois da conferência. Confira de novo e digite a senha outra vez.',
    en: 'The answer changed after the preview. Look at it again and type the password once more.',
  },
  TASK_DOCUMENT_NOT_SIGNED: {
    kind: 'conflict',
    pt: 'Assine o documento desta pendência antes de concluí-la.',
    en: 'Sign the document of this task before you complete it.',
  },
});
