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
  SIGNATURE_ALREADY_REQUESTED: {
    kind: 'conflict',
    pt: 'Esta pessoa já assinou este documento ou já foi chamada a assiná-lo.',
    en: 'This person has signed this document or is asked to sign it already.',
  },
  TOO_MANY_SIGNATURE_REQUESTS: {
    kind: 'conflict',
    pt: 'Este documento já espera {maximum} assinaturas, o máximo. Aguarde alguma ou cancele um pedido.',
    en: 'This document waits for {maximum} signatures already, which is the most. Wait for one or cancel a request.',
  },
  SIGNATURE_REQUEST_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos este pedido de assinatura.',
    en: 'We did not find this signature request.',
  },
  SIGNATURE_REQUEST_OVER: {
    kind: 'conflict',
    pt: 'Este pedido de assinatura já terminou.',
    en: 'This signature request is over already.',
  },
  SIGNATURE_REQUEST_OF_SYSTEM: {
    kind: 'conflict',
    pt: 'Este documento foi feito pelo sistema, que pede a assinatura: o pedido não é recusado, cancelado nem feito por uma unidade.',
    en: 'This document was made by the system, which asks for the signature: such requests are not refused, cancelled or made by a unit.',
  },
  SIGNATURE_DUE_DATE_PAST: {
    kind: 'invalid',
    pt: 'O último dia para assinar já passou. Escolha hoje ou um dia depois.',
    en: 'The last day to sign is in the past. Choose today or a later day.',
  },
  PERSON_NOT_RELEASED: {
    kind: 'conflict',
    pt: 'Somente usuários externos liberados neste município podem ser chamados a assinar. Veja o credenciamento desta pessoa.',
    en: 'Only external users who are released in this municipality can be asked to sign. See the accreditation of this person.',
  },
  STAFF_MEMBER_CANNOT_SIGN: {
    kind: 'conflict',
    pt: 'Este servidor não está ativo neste município ou não tem credencial para o processo sigiloso.',
    en: 'This member of the staff is not active in this municipality or has no credential for the secret process.',
  },
  SIGNING_BLOCK_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos este bloco de assinatura entre os das suas unidades.',
    en: 'We did not find this signing block among those of your units.',
  },
  SIGNING_BLOCK_OFFERED: {
    kind: 'conflict',
    pt: 'O bloco está disponibilizado a outras unidades. Cancele a disponibilização antes de mudar os documentos.',
    en: 'The block is offered to other units. Take it back before you change its documents.',
  },
  SIGNING_BLOCK_NOT_OFFERED: {
    kind: 'conflict',
    pt: 'O bloco não está disponibilizado.',
    en: 'The block is not offered.',
  },
  SIGNING_BLOCK_EMPTY: {
    kind: 'conflict',
    pt: 'O bloco não tem documentos. Inclua algum antes de disponibilizá-lo.',
    en: 'The block has no documents. Add some before you offer it.',
  },
  SIGNING_BLOCK_FULL: {
    kind: 'conflict',
    pt: 'Um bloco tem no máximo {maximum} documentos. Faça outro bloco.',
    en: 'A block has at most {maximum} documents. Make another block.',
  },
  SIGNING_BLOCK_UNIT_REFUSED: {
    kind: 'conflict',
    pt: 'O bloco não pode ser disponibilizado para: {units}. Escolha outras unidades ativas deste município.',
    en: 'The block cannot be offered to: {units}. Choose other active units of this municipality.',
  },
  SIGNING_BLOCK_UNIT_COUNT: {
    kind: 'invalid',
    pt: 'Disponibilize o bloco para 1 a {maximum} unidades.',
    en: 'Offer the block to 1 to {maximum} units.',
  },
  SIGNING_BLOCK_DOCUMENTS_REFUSED: {
    kind: 'conflict',
    pt: 'Estes documentos não são da unidade, não foram feitos no editor, ou o processo não está aberto nela: {documentIds}.',
    en: 'These documents are not of the unit, were not made in the editor, or their process is not open there: {documentIds}.',
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
