import type { MessageKind } from './message.ts';
import type { Wording, WordingFacts } from './wording-facts.ts';
import { accessLinkLabels, wordAccessMessage } from './wording-of-access.ts';
import { noticeLinkLabels, wordNoticeMessage } from './wording-of-notices.ts';
import { petitionLinkLabels, wordPetitionMessage } from './wording-of-petitions.ts';
import { signatureLinkLabels, wordSignatureMessage } from './wording-of-signatures.ts';
import { taskLinkLabels, wordTaskMessage } from './wording-of-tasks.ts';

const linkLabels: Record<MessageKind, string> = {
  EMAIL_CONFIRMATION: 'Confirmar meu e-mail',
  ALREADY_REGISTERED: 'Entrar no portal',
  TICKET_PENDING: 'Responder ao chamado',
  TICKET_SOLVED: 'Abrir no portal',
  TICKET_REFUSED: 'Abrir o chamado',
  TERM_REMINDER: 'Ler e assinar o termo',
  TERM_SIGNED: 'Abrir o portal',
  ACCREDITATION_BLOCKED: 'Abrir o portal',
  ACCREDITATION_UNBLOCKED: 'Abrir o portal',
  ...accessLinkLabels,
  ...noticeLinkLabels,
  ...petitionLinkLabels,
  ...signatureLinkLabels,
  ...taskLinkLabels,
};

/** What the link of a message invites to. */
export function linkLabelOf(kind: MessageKind): string {
  return linkLabels[kind];
}

const paragraphs = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join('\n\n');

/** Subject and text of each kind of message, in Portuguese. */
export function wordMessage(kind: MessageKind, facts: WordingFacts): Wording {
  const { portalUrl } = facts;
  switch (kind) {
    case 'EMAIL_CONFIRMATION':
      return {
        subject: 'Pré-cadastro: confirme o seu e-mail',
        text: paragraphs(
          'Recebemos o seu pré-cadastro de usuário externo. Para ativá-lo, confirme este endereço de e-mail pelo link abaixo.',
          `O link funciona uma única vez, até ${facts.dueOn ?? ''}.`,
          'Depois de confirmar, entre no portal e abra o chamado "Cadastro de Usuário Externo" com o documento com foto e o comprovante de endereço.',
          'Se não foi você, ignore esta mensagem: sem a confirmação nada é cadastrado.',
        ),
        ...linkOf(facts.link),
      };
    case 'ALREADY_REGISTERED':
      return {
        subject: 'Você já tem cadastro',
        text: paragraphs(
          'Alguém tentou fazer um novo pré-cadastro com o seu CPF ou o seu e-mail.',
          'Se foi você, entre no portal com a senha que já tem. Se não foi, não é preciso fazer nada: o seu cadastro não mudou.',
        ),
        link: portalUrl,
      };
    case 'TICKET_PENDING':
      return {
        subject: 'Seu chamado aguarda a sua resposta',
        text: paragraphs('A equipe de atendimento precisa de algo para continuar:', facts.reason, 'Responda pelo próprio chamado, no portal.'),
        ...linkOf(facts.link),
      };
    case 'TICKET_SOLVED':
      return {
        subject: `Chamado ${facts.ticketNumber ?? ''} solucionado`,
        text: paragraphs(
          'O seu chamado foi atendido.',
          facts.solution,
          facts.processNumber === undefined ? undefined : `Processo ${facts.processNumber}, criado em ${facts.processOpenedAt ?? ''}.`,
          facts.processNumber === undefined
            ? undefined
            : 'Entre no portal para ler e assinar o Termo de Credenciamento. Sem a assinatura no prazo, o acesso será bloqueado.',
        ),
        ...linkOf(facts.link),
      };
    case 'TICKET_REFUSED':
      return {
        subject: 'Seu chamado foi recusado',
        text: paragraphs('O seu pedido não pôde ser atendido pelo motivo abaixo.', facts.reason, 'Você pode abrir um novo chamado quando o motivo estiver resolvido.'),
        ...linkOf(facts.link),
      };
    case 'TERM_REMINDER':
      return {
        subject: 'Falta assinar o Termo de Credenciamento',
        text: paragraphs(
          `O Termo de Credenciamento do processo ${facts.processNumber ?? ''} ainda não foi assinado.`,
          `O prazo termina em ${facts.dueOn ?? ''} (${remaining(facts.daysLeft ?? 0)}). Sem a assinatura, o acesso será bloqueado até que você assine.`,
        ),
        link: portalUrl,
      };
    case 'TERM_SIGNED':
      return {
        subject: 'Credenciamento concluído',
        text: 'O Termo de Credenciamento foi assinado e o seu acesso está liberado. A partir de agora você também pode receber intimações eletrônicas pelo portal: consulte-o com regularidade.',
        link: portalUrl,
      };
    case 'ACCREDITATION_BLOCKED':
      return {
        subject: 'Acesso bloqueado',
        text:
          facts.reason === 'TERM_NOT_SIGNED'
            ? 'O prazo para assinar o Termo de Credenciamento terminou e o seu acesso foi bloqueado. Entre no portal e assine o termo: o acesso volta na mesma hora.'
            : 'O seu acesso de usuário externo foi bloqueado. Procure o atendimento da prefeitura para saber como regularizar.',
        link: portalUrl,
      };
    case 'ACCREDITATION_UNBLOCKED':
      return {
        subject: 'Bloqueio retirado',
        text:
          facts.released === true
            ? 'O bloqueio do seu acesso de usuário externo foi retirado. Você já pode usar o portal como antes.'
            : 'O bloqueio do seu acesso de usuário externo foi retirado, mas ainda falta uma etapa para o acesso completo. Entre no portal para ver o que falta.',
        link: portalUrl,
      };
    case 'ACCESS_GRANTED':
    case 'ACCESS_CANCELLED':
    case 'ISOLATED_ACCESS_INVITED':
    case 'ISOLATED_ACCESS_CODE':
    case 'VISTA_REQUESTED':
    case 'VISTA_GRANTED':
    case 'VISTA_DENIED':
    case 'VISTA_REMINDER':
      return wordAccessMessage(kind, facts);
    case 'NOTICE_ISSUED_REQUIRED':
    case 'NOTICE_ISSUED_OPTIONAL':
    case 'NOTICE_ISSUED_NONE':
    case 'NOTICE_REMINDER':
    case 'NOTICE_DEADLINE_CHANGED':
      return wordNoticeMessage(kind, facts);
    case 'PETITION_FILED':
    case 'PETITION_RECEIVED':
      return wordPetitionMessage(kind, facts);
    case 'SIGNATURE_REQUESTED':
    case 'SIGNATURE_REMINDER':
    case 'SIGNATURE_REFUSED':
    case 'SIGNATURE_REQUEST_EXPIRED':
      return wordSignatureMessage(kind, facts);
    case 'TASK_ASSIGNED':
    case 'TASK_RESOLVED':
    case 'TASK_ACCEPTED':
    case 'TASK_RETURNED':
    case 'TASK_CANCELLED':
    case 'TASK_REMINDER':
    case 'TASK_EXPIRED':
      return wordTaskMessage(kind, facts);
  }
}

function linkOf(link: string | undefined): { link?: string } {
  return link === undefined ? {} : { link };
}

function remaining(days: number): string {
  if (days <= 0) return 'hoje é o último dia';
  return days === 1 ? 'falta 1 dia' : `faltam ${String(days)} dias`;
}
