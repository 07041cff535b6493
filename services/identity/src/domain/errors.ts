import { defineErrors } from '@guiche/kit/errors';

/** Refusals of this service; each says what the caller can do about it. */
export const errors = defineErrors({
  INVALID_CREDENTIALS: {
    kind: 'unauthenticated',
    pt: 'Usuário ou senha incorretos, ou cadastro ainda não confirmado pelo link enviado por e-mail.',
    en: 'Wrong login or password, or the registration was not yet confirmed by the link sent by e-mail.',
  },
  WRONG_PASSWORD: { kind: 'forbidden', pt: 'Senha incorreta. Digite-a de novo.', en: 'Wrong password. Type it again.' },
  INVALID_REFRESH_TOKEN: {
    kind: 'unauthenticated',
    pt: 'A sessão terminou. Entre de novo.',
    en: 'The session has ended. Log in again.',
  },
  REFRESH_TOKEN_ALREADY_USED: {
    kind: 'conflict',
    pt: 'Este token acabou de ser trocado por outro pedido. Use os tokens que ele recebeu.',
    en: 'This token has just been exchanged by another request. Use the tokens that one was given.',
  },
  CONFIRMATION_TOKEN_INVALID: {
    kind: 'not-found',
    pt: 'O link de confirmação não é válido ou venceu. Peça outro ou refaça o pré-cadastro.',
    en: 'The confirmation link is not valid or has expired. Ask for another or pre-register again.',
  },
  CONFIRMATION_TOKEN_USED: {
    kind: 'conflict',
    pt: 'Este link já foi usado. Entre com seu CPF ou e-mail e sua senha.',
    en: 'This link was already used. Log in with your CPF or e-mail address and password.',
  },
  ALREADY_REGISTERED: {
    kind: 'conflict',
    pt: 'Este CPF ou e-mail já tem cadastro confirmado. Entre com a senha desse cadastro.',
    en: 'This CPF or e-mail address is already registered. Log in with the password of that registration.',
  },
  CHALLENGE_SPENT: {
    kind: 'conflict',
    pt: 'O desafio contra robôs já foi usado. Peça outro e envie de novo.',
    en: 'The puzzle against robots was already used. Ask for another and send again.',
  },
  PERSON_NOT_FOUND: { kind: 'not-found', pt: 'Pessoa não encontrada.', en: 'Person not found.' },
  ACCREDITATION_NOT_FOUND: { kind: 'not-found', pt: 'Credenciamento não encontrado.', en: 'Accreditation not found.' },
  MUNICIPALITY_NOT_FOUND: { kind: 'not-found', pt: 'Município não encontrado.', en: 'Municipality not found.' },
  ACRONYM_TAKEN: {
    kind: 'conflict',
    pt: 'A sigla {acronym} já é de outro município. Escolha outra.',
    en: 'The acronym {acronym} is another municipality\'s. Choose another.',
  },
  CLOCK_NOT_MOVABLE: {
    kind: 'conflict',
    pt: 'Só o município de treinamento tem relógio que se adianta; o deste segue a hora legal.',
    en: 'Only a training municipality has a clock that moves; this one follows legal time.',
  },
  CLOCK_GOES_FORWARD: {
    kind: 'invalid',
    pt: 'O relógio só anda para a frente. Informe um instante posterior ao atual do município.',
    en: 'The clock only goes forward. Give an instant after the present one of the municipality.',
  },
  CLOCK_TOO_FAR: {
    kind: 'invalid',
    pt: 'O relógio pode ficar até 30 anos adiantado. Informe um instante mais próximo.',
    en: 'The clock may be up to 30 years ahead. Give a nearer instant.',
  },
  CLOCK_MOVE_UNCLEAR: {
    kind: 'invalid',
    pt: 'Informe o instante (`to`) ou quantos segundos adiantar (`bySeconds`), um dos dois.',
    en: 'Give the instant (`to`) or how many seconds to go ahead (`bySeconds`), one of them.',
  },
  STAFF_MEMBER_NOT_FOUND: { kind: 'not-found', pt: 'Servidor não encontrado.', en: 'Staff member not found.' },
  ACCREDITATION_CANNOT_BE_BLOCKED: {
    kind: 'conflict',
    pt: 'Um credenciamento recusado, desativado ou já bloqueado não pode ser bloqueado.',
    en: 'An accreditation that is refused, deactivated or blocked already cannot be blocked.',
  },
  ACCREDITATION_NOT_BLOCKED: {
    kind: 'conflict',
    pt: 'Só um bloqueio administrativo pode ser levantado; o do Termo se levanta assinando o Termo.',
    en: 'Only an administrative block can be lifted; the one of the term is lifted by signing it.',
  },
  ACCREDITATION_NOT_RELEASED: {
    kind: 'conflict',
    pt: 'Só um credenciamento liberado pode ser desativado.',
    en: 'Only a released accreditation can be deactivated.',
  },
  ACCREDITATION_NOT_DEACTIVATED: {
    kind: 'conflict',
    pt: 'O credenciamento não está desativado.',
    en: 'The accreditation is not deactivated.',
  },
  ACCREDITATION_HAS_TIES: {
    kind: 'conflict',
    pt: 'A pessoa tem {ties} representação(ões) ou procuração(ões) ativa(s). Encerre-as antes de desativar.',
    en: 'The person has {ties} active representation(s) or power(s) of attorney. End them before deactivating.',
  },
  SIGNATURE_NOT_ALLOWED: {
    kind: 'forbidden',
    pt: 'Enquanto o credenciamento não estiver liberado, só o Termo de Credenciamento pode ser assinado.',
    en: 'Until the accreditation is released, only the term of accreditation can be signed.',
  },
  UNIT_IN_OTHER_MUNICIPALITY: {
    kind: 'invalid',
    pt: 'A unidade {unitId} não existe neste município.',
    en: 'The unit {unitId} does not exist in this municipality.',
  },
});
