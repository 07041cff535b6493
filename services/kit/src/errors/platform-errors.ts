import { defineErrors } from './app-error.ts';

/** Refusals that belong to the mechanism and are the same in every service. */
export const platformErrors = defineErrors({
  UNAUTHENTICATED: {
    kind: 'unauthenticated',
    pt: 'Entre no sistema para continuar.',
    en: 'Log in to continue.',
  },
  INVALID_TOKEN: {
    kind: 'unauthenticated',
    pt: 'A sessão não é válida ou expirou. Entre de novo.',
    en: 'The session is not valid or has expired. Log in again.',
  },
  FORBIDDEN: {
    kind: 'forbidden',
    pt: 'Você não tem permissão para esta ação.',
    en: 'You are not allowed to do this.',
  },
  MISSING_SCOPE: {
    kind: 'forbidden',
    pt: 'O aplicativo precisa do escopo "{scope}" para esta ação.',
    en: 'The app needs the scope "{scope}" for this action.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    kind: 'conflict',
    pt: 'Esta chave de idempotência já foi usada com outros dados. Use uma chave nova.',
    en: 'This idempotency key was already used with other data. Use a new key.',
  },
  IDEMPOTENCY_KEY_IN_USE: {
    kind: 'conflict',
    pt: 'O mesmo pedido ainda está em andamento. Tente de novo em instantes.',
    en: 'The same request is still running. Try again in a moment.',
  },
  INVALID_IDEMPOTENCY_KEY: {
    kind: 'invalid',
    pt: 'A chave de idempotência deve ter de 8 a 128 letras, dígitos, "-", "_", ":" ou ".".',
    en: 'The idempotency key must have 8 to 128 letters, digits, "-", "_", ":" or ".".',
  },
  STALE_VERSION: {
    kind: 'conflict',
    pt: 'O registro foi alterado por outra pessoa. Recarregue e tente de novo.',
    en: 'The record was changed by somebody else. Reload and try again.',
  },
  INVALID_CURSOR: {
    kind: 'invalid',
    pt: 'O cursor não pertence a esta lista. Recomece da primeira página.',
    en: 'The cursor does not belong to this list. Start again from the first page.',
  },
  INVALID_PAGE_SIZE: {
    kind: 'invalid',
    pt: 'Peça de 1 a {maximum} itens por página, com "first" ou "last", não ambos.',
    en: 'Ask for 1 to {maximum} items per page, with "first" or "last", not both.',
  },
  INVALID_TEXT: {
    kind: 'invalid',
    pt: 'O texto contém caracteres que não podem ser guardados.',
    en: 'The text contains characters that cannot be stored.',
  },
  UNAVAILABLE: {
    kind: 'unavailable',
    pt: 'O serviço está indisponível no momento. Tente de novo em instantes.',
    en: 'The service is unavailable right now. Try again in a moment.',
  },
  TOO_MANY_REQUESTS: {
    kind: 'rate-limited',
    pt: 'Muitas tentativas. Aguarde {retryAfterSeconds} segundos e tente de novo.',
    en: 'Too many attempts. Wait {retryAfterSeconds} seconds and try again.',
  },
});
