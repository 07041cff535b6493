import type { Wording, WordingFacts } from './wording-facts.ts';

export const noticeMessageKinds = ['NOTICE_ISSUED_REQUIRED', 'NOTICE_ISSUED_OPTIONAL', 'NOTICE_ISSUED_NONE', 'NOTICE_REMINDER', 'NOTICE_DEADLINE_CHANGED'] as const;

export type NoticeMessageKind = (typeof noticeMessageKinds)[number];

export const noticeLinkLabels: Record<NoticeMessageKind, string> = {
  NOTICE_ISSUED_REQUIRED: 'Ver a intimação',
  NOTICE_ISSUED_OPTIONAL: 'Ver a intimação',
  NOTICE_ISSUED_NONE: 'Ver a intimação',
  NOTICE_REMINDER: 'Responder à intimação',
  NOTICE_DEADLINE_CHANGED: 'Ver o prazo e a explicação',
};

// IN-06 and NT-01: what every mail about an intimation ends with.
const duty =
  'Este e-mail é só um aviso: a validade da intimação não depende dele. É dever de quem tem cadastro consultar o sistema com regularidade.';

/** Words of messages about electronic intimations (IN-06, IN-19, IN-20), in Portuguese. */
export function wordNoticeMessage(kind: NoticeMessageKind, facts: WordingFacts): Wording {
  const { noticeNumber: number = '', processNumber = '', typeName = '', dueOn = '' } = facts;
  const link = facts.link === undefined ? {} : { link: facts.link };
  switch (kind) {
    case 'NOTICE_ISSUED_REQUIRED':
      return {
        subject: `Intimação eletrônica ${number}: exige resposta`,
        text: issued(facts, `Esta intimação exige resposta. O prazo começa a contar do cumprimento:${terms(facts)}`),
        ...link,
      };
    case 'NOTICE_ISSUED_OPTIONAL':
      return {
        subject: `Intimação eletrônica ${number}: resposta facultativa`,
        text: issued(facts, `A resposta é facultativa. Você pode responder assim, com o prazo a contar do cumprimento:${terms(facts)}`),
        ...link,
      };
    case 'NOTICE_ISSUED_NONE':
      return {
        subject: `Intimação eletrônica ${number}`,
        text: issued(facts, 'Esta intimação não pede resposta: é para o seu conhecimento.'),
        ...link,
      };
    case 'NOTICE_REMINDER':
      return {
        subject: `${remaining(facts.daysLeft ?? 0)} para responder à intimação ${number}`,
        text: paragraphs(
          `A intimação eletrônica ${number} (${typeName}), do processo ${processNumber}, exige resposta e ainda não foi respondida.`,
          `O prazo vai até as 23:59:59 de ${dueOn}. Depois disso o sistema não recebe mais a resposta.`,
          duty,
        ),
        ...link,
      };
    case 'NOTICE_DEADLINE_CHANGED':
      return {
        subject: `O prazo da intimação ${number} mudou`,
        text: paragraphs(
          `O ${facts.deadlineName ?? 'prazo'} da intimação eletrônica ${number}, do processo ${processNumber}, passou de ${facts.formerOn ?? ''} para ${dueOn}, até as 23:59:59.`,
          facts.reason === undefined ? undefined : `Motivo: ${facts.reason}`,
          duty,
        ),
        ...link,
      };
  }
}

function issued(facts: WordingFacts, answer: string): string {
  const { noticeNumber = '', processNumber = '', typeName = '', documentLabel = '', issuedAt = '', tacitOn = '', tacitDays = 0 } = facts;
  return paragraphs(
    `Em ${issuedAt} foi expedida para você a intimação eletrônica ${noticeNumber} (${typeName}), no processo ${processNumber}. Documento principal: ${documentLabel}.`,
    'O conteúdo abre quando você confirma a consulta no portal, e essa consulta é o cumprimento da intimação.',
    `Sem a consulta, a intimação será considerada cumprida por decurso do prazo tácito de ${counted(tacitDays)}, que termina às 23:59:59 de ${tacitOn}.`,
    answer,
    duty,
  );
}

function terms({ responseTerms = [] }: WordingFacts): string {
  return responseTerms.map((term) => `\n• ${term}`).join('');
}

function counted(days: number): string {
  return days === 1 ? '1 dia' : `${String(days)} dias`;
}

function remaining(days: number): string {
  if (days <= 0) return 'Hoje é o último dia';
  return days === 1 ? 'Falta 1 dia' : `Faltam ${String(days)} dias`;
}

function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n\n');
}
