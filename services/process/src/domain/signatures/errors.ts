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
  SIGNATURE_METHOD_NOT_AVAILABLE: {
    kind: 'conflict',
    pt: 'A assinatura com certificado ICP-Brasil ainda não está disponível aqui. Use a assinatura do sistema, com a sua senha.',
    en: 'Signing with an ICP-Brasil certificate is not available here yet. Use the system signature, with your password.',
  },
  SIGNATURE_METHOD_NOT_ALLOWED: {
    kind: 'conflict',
    pt: 'A unidade não aceita este tipo de assinatura neste documento. Veja os tipos aceitos no pedido de assinatura.',
    en: 'The unit does not accept this method of signature for this document. See the accepted ones in the signature request.',
  },
  SIGNATURE_LEVEL_TOO_LOW: {
    kind: 'conflict',
    pt: 'Este ato exige assinatura de nível {needed}; a sua seria de nível {obtained}.',
    en: 'This act needs a signature of level {neededLevel}; yours would be lower ({obtained}).',
  },
  SIGNATURE_ROLE_MISSING: {
    kind: 'invalid',
    pt: 'Informe o cargo ou a função com que você assina.',
    en: 'Give the capacity (role) in which you sign.',
  },
  TOO_MANY_SIGNATURES: {
    kind: 'conflict',
    pt: 'Este documento já tem {maximum} assinaturas, o máximo.',
    en: 'This document has {maximum} signatures already, which is the most.',
  },
  DRAFT_WITHOUT_CONTENT: {
    kind: 'conflict',
    pt: 'Este documento ainda não tem texto. Escreva-o antes de assinar.',
    en: 'This document has no text yet. Write it before signing.',
  },
  DOCUMENT_NOT_SIGNABLE: {
    kind: 'conflict',
    pt: 'Somente documentos feitos no sistema são assinados. Cópias de papel são autenticadas.',
    en: 'Only documents made in the system are signed. Copies of papers are authenticated.',
  },
  DOCUMENT_NOT_DIGITISED: {
    kind: 'conflict',
    pt: 'Somente documentos digitalizados são autenticados. Este nasceu digital.',
    en: 'Only digitised documents are authenticated. This one was born digital.',
  },
  DOCUMENT_ALREADY_AUTHENTICATED: {
    kind: 'conflict',
    pt: 'Você já autenticou este documento.',
    en: 'You have authenticated this document already.',
  },
});
