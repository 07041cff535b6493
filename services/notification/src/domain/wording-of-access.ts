import type { Wording, WordingFacts } from './wording-facts.ts';

export const accessMessageKinds = [
  'ACCESS_GRANTED',
  'ACCESS_CANCELLED',
  'ISOLATED_ACCESS_INVITED',
  'ISOLATED_ACCESS_CODE',
  'VISTA_REQUESTED',
  'VISTA_GRANTED',
  'VISTA_DENIED',
  'VISTA_REMINDER',
] as const;

export type AccessMessageKind = (typeof accessMessageKinds)[number];

export const accessLinkLabels: Record<AccessMessageKind, string> = {
  ACCESS_GRANTED: 'Abrir o processo',
  ACCESS_CANCELLED: 'Abrir o portal',
  ISOLATED_ACCESS_INVITED: 'Abrir o processo',
  ISOLATED_ACCESS_CODE: 'Abrir o portal',
  VISTA_REQUESTED: 'Ver o pedido',
  VISTA_GRANTED: 'Abrir o processo',
  VISTA_DENIED: 'Ver o pedido',
  VISTA_REMINDER: 'Ver o pedido',
};

/** Words of messages about access from outside and requests to see a process, in Portuguese. */
export function wordAccessMessage(kind: AccessMessageKind, facts: WordingFacts): Wording {
  const number = facts.processNumber ?? '';
  const until = facts.dueOn ?? '';
  const link = facts.link === undefined ? {} : { link: facts.link };
  switch (kind) {
    case 'ACCESS_GRANTED':
      return { subject: `Acesso ao processo ${number}`, text: `Uma unidade liberou a você o acesso ao processo ${number}, até ${until}. Ele está em "Processos liberados", no portal.`, ...link };
    case 'ACCESS_CANCELLED':
      return { subject: `Acesso ao processo ${number} cancelado`, text: paragraphs(`O seu acesso ao processo ${number} foi cancelado pela unidade, pelo motivo abaixo.`, facts.reason), link: facts.portalUrl };
    case 'ISOLATED_ACCESS_INVITED':
      return {
        subject: `Acesso ao processo ${number}`,
        text: paragraphs(
          `Uma unidade liberou o acesso ao processo ${number} para este endereço de e-mail, até ${until}.`,
          'Ao abrir o link, peça um código: ele chega neste mesmo endereço e vale por 10 minutos. Não encaminhe esta mensagem.',
        ),
        ...link,
      };
    case 'ISOLATED_ACCESS_CODE':
      return {
        subject: 'Código de acesso ao processo',
        text: paragraphs(`O seu código é ${facts.code ?? ''}. Ele vale uma única vez, até ${until}.`, 'Se não foi você que o pediu, ignore esta mensagem e não passe o código a ninguém.'),
      };
    case 'VISTA_REQUESTED':
      return { subject: `Pedido de vista do processo ${number}`, text: `Chegou um pedido de vista do processo ${number}. A unidade precisa deferir ou indeferir, com o motivo.`, ...link };
    case 'VISTA_GRANTED':
      return { subject: `Pedido de vista do processo ${number} deferido`, text: paragraphs(`O seu pedido de vista foi deferido. O processo está em "Processos liberados" até ${until}.`, facts.reason), ...link };
    case 'VISTA_DENIED':
      return { subject: `Pedido de vista do processo ${number} indeferido`, text: paragraphs('O seu pedido de vista foi indeferido pelo motivo abaixo.', facts.reason), ...link };
    case 'VISTA_REMINDER':
      return { subject: `Pedido de vista do processo ${number} aguarda resposta`, text: `Um pedido de vista do processo ${number}, feito em ${facts.requestedAt ?? ''}, ainda aguarda a resposta da unidade.`, ...link };
  }
}

function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n\n');
}
