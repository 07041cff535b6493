import { defineErrors } from '@guiche/kit/errors';

/** Everything this service refuses, and what the caller can do about it. */
export const processErrors = defineErrors({
  PROCESS_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos este processo entre os que você pode ver.',
    en: 'We did not find this process among those you may see.',
  },
  DOCUMENT_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos este documento entre os que você pode ver.',
    en: 'We did not find this document among those you may see.',
  },
  MUNICIPALITY_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Município não encontrado.',
    en: 'Municipality not found.',
  },
  UNIT_NOT_FOUND: {
    kind: 'not-found',
    pt: 'Não encontramos esta unidade entre as ativas que você pode usar. Confira a unidade e o município.',
    en: 'We did not find this unit among the active ones you may use. Check the unit and the municipality.',
  },
  PROCESS_TYPE_UNKNOWN: {
    kind: 'invalid',
    pt: 'Não existe o tipo de processo "{typeKey}". Escolha um da lista.',
    en: 'There is no process type "{typeKey}". Choose one from the list.',
  },
  LEGAL_HYPOTHESIS_REQUIRED: {
    kind: 'invalid',
    pt: 'Informe a hipótese legal que autoriza restringir o acesso.',
    en: 'Give the legal hypothesis that allows restricting access.',
  },
  LEGAL_HYPOTHESIS_NOT_ALLOWED: {
    kind: 'invalid',
    pt: 'Um processo público não tem hipótese legal de restrição. Retire-a ou mude o nível de acesso.',
    en: 'A public process has no legal hypothesis. Remove it or change the access level.',
  },
  PROCESS_NUMBER_TAKEN: {
    kind: 'unavailable',
    pt: 'O número sorteado para o processo já existe. Tente de novo.',
    en: 'The number taken for the process exists already. Try again.',
  },

  NUMBERING_NOT_CONFIGURED: {
    kind: 'conflict',
    pt: 'A numeração de processos do município não está configurada. Peça à administração que a configure.',
    en: 'The process numbering of the municipality is not configured. Ask its administrators to configure it.',
  },
  NUMBER_MASK_INVALID: {
    kind: 'invalid',
    pt: 'A máscara de numeração não está correta: {problem}.',
    en: 'The number mask is not right: {problem}.',
  },
  NUMBER_CODE_MISSING: {
    kind: 'invalid',
    pt: 'A máscara usa um código de órgão ou de unidade que não foi informado só com dígitos. Informe-o.',
    en: 'The mask uses a body or unit code that was not given in digits. Give it.',
  },
  NUMBER_MASK_EXHAUSTED: {
    kind: 'conflict',
    pt: 'O valor {digits} não cabe na máscara de numeração. Aumente o número de dígitos.',
    en: 'The value {digits} does not fit the number mask. Give it more digits.',
  },
  LETTERHEAD_TOO_LONG: {
    kind: 'invalid',
    pt: 'O timbre tem no máximo {maximum} linhas.',
    en: 'A letterhead has at most {maximum} lines.',
  },

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

  SHEET_UNREADABLE: {
    kind: 'invalid',
    pt: 'Os dados do cadastro não puderam ser lidos. Confira o cadastro da pessoa e aprove o chamado de novo.',
    en: 'The registration data could not be read. Check the person\'s registration and approve the ticket again.',
  },
  MUNICIPALITY_NOT_KNOWN_YET: {
    kind: 'unavailable',
    pt: 'Os dados do município ainda não chegaram a este serviço.',
    en: 'The data of the municipality have not reached this service yet.',
  },
  ROUND_NOT_OVER_YET: {
    kind: 'unavailable',
    pt: 'A recusa da aprovação anterior ainda não chegou a este serviço.',
    en: 'The refusal of the approval before has not reached this service yet.',
  },
  STAGED_FILE_LOST: {
    kind: 'unavailable',
    pt: 'O arquivo preparado se perdeu antes de ser usado. Tente de novo.',
    en: 'The prepared file was lost before it was used. Try again.',
  },
});
