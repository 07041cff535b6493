import type { Wording, WordingFacts } from './wording-facts.ts';

export const taskMessageKinds = ['TASK_ASSIGNED', 'TASK_RESOLVED', 'TASK_ACCEPTED', 'TASK_RETURNED', 'TASK_CANCELLED', 'TASK_REMINDER', 'TASK_EXPIRED'] as const;

export type TaskMessageKind = (typeof taskMessageKinds)[number];

export const taskLinkLabels: Record<TaskMessageKind, string> = {
  TASK_ASSIGNED: 'Resolver a pendência',
  TASK_RESOLVED: 'Ver a resposta',
  TASK_ACCEPTED: 'Ver a pendência',
  TASK_RETURNED: 'Resolver a pendência',
  TASK_CANCELLED: 'Ver a pendência',
  TASK_REMINDER: 'Resolver a pendência',
  TASK_EXPIRED: 'Ver a pendência',
};

/** Words of messages about what units ask of persons (pendências, TA-01, TA-02), in Portuguese. */
export function wordTaskMessage(kind: TaskMessageKind, facts: WordingFacts): Wording {
  const { processNumber: number = '', taskKind = '', dueOn = '' } = facts;
  const what = `pendência de ${taskKind}`;
  const until = `O prazo vai até as 23:59:59 de ${dueOn}.`;
  const link = facts.link === undefined ? {} : { link: facts.link };
  switch (kind) {
    case 'TASK_ASSIGNED':
      return {
        subject: `Nova pendência no processo ${number}`,
        text: paragraphs(`Uma unidade pede a sua ${taskKind} no processo ${number}. A ${what} está em "Minhas Pendências", no portal.`, until),
        ...link,
      };
    case 'TASK_RESOLVED':
      return {
        subject: `Pendência respondida no processo ${number}`,
        text: `A ${what} do processo ${number} foi respondida. O processo está em vermelho no Controle de Processos; a unidade precisa aceitar ou devolver a resposta.`,
        ...link,
      };
    case 'TASK_ACCEPTED':
      return { subject: `Pendência aceita no processo ${number}`, text: `A unidade aceitou a sua resposta à ${what} do processo ${number}. Não é preciso fazer mais nada.`, ...link };
    case 'TASK_RETURNED':
      return {
        subject: `Pendência devolvida no processo ${number}`,
        text: paragraphs(`A unidade devolveu a ${what} do processo ${number}, pelo motivo abaixo.`, facts.reason, `Responda de novo em "Minhas Pendências". ${until}`),
        ...link,
      };
    case 'TASK_CANCELLED':
      return { subject: `Pendência cancelada no processo ${number}`, text: paragraphs(`A unidade cancelou a ${what} do processo ${number}, pelo motivo abaixo. Não é preciso responder.`, facts.reason), ...link };
    case 'TASK_REMINDER':
      return { subject: `O prazo da pendência no processo ${number} está terminando`, text: paragraphs(`A ${what} do processo ${number} ainda não foi respondida.`, until), ...link };
    case 'TASK_EXPIRED':
      return {
        subject: `Pendência expirada no processo ${number}`,
        text: `O prazo da ${what} do processo ${number} terminou em ${dueOn} sem resposta. Se ainda for preciso responder, fale com a unidade.`,
        ...link,
      };
  }
}

function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n\n');
}
