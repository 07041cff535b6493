import type { Wording, WordingFacts } from './wording-facts.ts';

export const signatureMessageKinds = ['SIGNATURE_REQUESTED', 'SIGNATURE_REMINDER', 'SIGNATURE_REFUSED', 'SIGNATURE_REQUEST_EXPIRED'] as const;

export type SignatureMessageKind = (typeof signatureMessageKinds)[number];

export const signatureLinkLabels: Record<SignatureMessageKind, string> = {
  SIGNATURE_REQUESTED: 'Ler e assinar o documento',
  SIGNATURE_REMINDER: 'Ler e assinar o documento',
  SIGNATURE_REFUSED: 'Abrir o processo',
  SIGNATURE_REQUEST_EXPIRED: 'Abrir o processo',
};

/** Words of messages about requests to sign, in Portuguese. */
export function wordSignatureMessage(kind: SignatureMessageKind, facts: WordingFacts): Wording {
  const document = `documento ${facts.documentNumber ?? ''} do processo ${facts.processNumber ?? ''}`;
  const link = facts.link === undefined ? {} : { link: facts.link };
  switch (kind) {
    case 'SIGNATURE_REQUESTED':
      return {
        subject: `Pedido de assinatura no processo ${facts.processNumber ?? ''}`,
        text: paragraphs(
          `Uma unidade pede a sua assinatura no ${document}.`,
          facts.dueOn === undefined ? undefined : `O último dia para assinar é ${facts.dueOn}.`,
          'Leia o documento no portal. Se não concordar, você pode recusar a assinatura e dizer o motivo.',
        ),
        ...link,
      };
    case 'SIGNATURE_REMINDER':
      return {
        subject: `Assinatura pendente no processo ${facts.processNumber ?? ''}`,
        text: `A sua assinatura no ${document} ainda está pendente. O último dia para assinar é ${facts.dueOn ?? ''}; depois dele o pedido se encerra.`,
        ...link,
      };
    case 'SIGNATURE_REFUSED':
      return {
        subject: `Assinatura recusada no processo ${facts.processNumber ?? ''}`,
        text: paragraphs(`A assinatura pedida no ${document} foi recusada pelo motivo abaixo.`, facts.reason),
        ...link,
      };
    case 'SIGNATURE_REQUEST_EXPIRED':
      return {
        subject: `Pedido de assinatura expirado no processo ${facts.processNumber ?? ''}`,
        text: `O prazo do pedido de assinatura no ${document} terminou em ${facts.dueOn ?? ''}, sem a assinatura. A unidade pode pedir de novo.`,
        ...link,
      };
  }
}

function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n\n');
}
