import { defineErrors } from '@guiche/kit/errors';

/** Refusals about signatures. */
export const signatureErrors = defineErrors({
  RESPONSIBILITY_NOT_ACCEPTED: {
    kind: 'invalid',
    pt: 'Aceite o termo de responsabilidade para assinar.',
    en: 'Accept the responsibility term to sign.',
  },
  SIGNATURE_NOT_REQUESTED: {
    kind: 'conflict',
    pt: 'Não há pedido de assinatura deste documento para você.',
    en: 'You are not asked to sign this document.',
  },
  DOCUMENT_ALREADY_SIGNED: {
    kind: 'conflict',
    pt: 'Você já assinou este documento.',
    en: 'You have signed this document already.',
  },
  DOCUMENT_CHANGED: {
    kind: 'conflict',
    pt: 'O documento mudou depois da autorização. Leia-o de novo e digite a senha outra vez.',
    en: 'The document changed after the authorization. Read it again and type the password once more.',
  },
  SIGNATURE_AUTHORIZATION_INVALID: {
    kind: 'invalid',
    pt: 'A autorização de assinatura não é válida. Digite a senha outra vez.',
    en: 'The signature authorization is not valid. Type the password once more.',
  },
  SIGNATURE_AUTHORIZATION_EXPIRED: {
    kind: 'conflict',
    pt: 'A autorização de assinatura expirou. Digite a senha outra vez.',
    en: 'The signature authorization has expired. Type the password once more.',
  },
  SIGNATURE_AUTHORIZATION_FOREIGN: {
    kind: 'conflict',
    pt: 'A autorização de assinatura foi dada a outra pessoa ou para outro documento. Digite a senha outra vez.',
    en: 'The signature authorization was given to another person or for another document. Type the password once more.',
  },
  SIGNER_NOT_RELEASED: {
    kind: 'forbidden',
    pt: 'Você não está liberado como usuário externo no município deste documento. Veja o seu credenciamento nesse município.',
    en: 'You are not released as an external user in the municipality of this document. See your accreditation there.',
  },
  SIGNATURE_AUTHORIZATION_USED: {
    kind: 'conflict',
    pt: 'Esta autorização de assinatura já foi usada. Cada uma serve uma vez.',
    en: 'This signature authorization was used already. Each serves once.',
  },
});
