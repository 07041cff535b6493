import { defineErrors } from '@guiche/kit/errors';

/** Every refusal that the gateway makes by itself. */
export const gatewayErrors = defineErrors({
  BODY_NOT_JSON: {
    kind: 'invalid',
    pt: 'O corpo do pedido deve ser um objeto JSON, com content-type application/json.',
    en: 'The request body must be a JSON object, with content-type application/json.',
  },
  BATCHING_NOT_ALLOWED: {
    kind: 'invalid',
    pt: 'Envie uma operação por pedido.',
    en: 'Send one operation per request.',
  },
  INVALID_REQUEST: {
    kind: 'invalid',
    pt: 'O pedido precisa de "query" (texto); "variables" é um objeto e "operationName" um texto.',
    en: 'The request needs "query" (text); "variables" is an object and "operationName" a text.',
  },
  RESERVED_VARIABLE: {
    kind: 'invalid',
    pt: 'O nome de variável "{name}" é reservado. Use outro.',
    en: 'The variable name "{name}" is reserved. Use another.',
  },
  OPERATION_TOO_LONG: {
    kind: 'invalid',
    pt: 'A operação passa de {limit} símbolos. Divida-a e passe valores em variáveis.',
    en: 'The operation has more than {limit} tokens. Split it and pass values in variables.',
  },
  OPERATION_TOO_DEEP: {
    kind: 'invalid',
    pt: 'A operação tem {found} níveis; o limite é {limit}.',
    en: 'The operation is {found} levels deep; the limit is {limit}.',
  },
  TOO_MANY_ALIASES: {
    kind: 'invalid',
    pt: 'A operação usa {found} apelidos; o limite é {limit}.',
    en: 'The operation uses {found} aliases; the limit is {limit}.',
  },
  TOO_MANY_ROOT_FIELDS: {
    kind: 'invalid',
    pt: 'A operação pede {found} campos na raiz; o limite é {limit}.',
    en: 'The operation asks for {found} root fields; the limit is {limit}.',
  },
  TOO_MANY_DIRECTIVES: {
    kind: 'invalid',
    pt: 'A operação usa {found} diretivas; o limite é {limit}.',
    en: 'The operation uses {found} directives; the limit is {limit}.',
  },
  TOO_MANY_FIELDS: {
    kind: 'invalid',
    pt: 'A operação pede mais de {limit} campos, contados os dos fragmentos. Divida-a.',
    en: 'The operation asks for more than {limit} fields, those of fragments included. Split it.',
  },
  OPERATION_TOO_COSTLY: {
    kind: 'invalid',
    pt: 'A operação pode carregar {found} objetos; o limite é {limit}. Peça páginas menores.',
    en: 'The operation may load {found} objects; the limit is {limit}. Ask for smaller pages.',
  },
  CREDENTIALS_ONCE: {
    kind: 'invalid',
    pt: 'Envie uma só operação de credenciais por pedido.',
    en: 'Send a single credentials operation per request.',
  },
  SUBGRAPH_UNAVAILABLE: {
    kind: 'unavailable',
    pt: 'Parte do sistema está indisponível no momento ({service}). Tente de novo em instantes.',
    en: 'Part of the system is unavailable right now ({service}). Try again in a moment.',
  },
  SUBGRAPH_TIMEOUT: {
    kind: 'unavailable',
    pt: 'Parte do sistema demorou demais para responder ({service}). Tente de novo em instantes.',
    en: 'Part of the system took too long to answer ({service}). Try again in a moment.',
  },
  INTERNAL_ERROR: {
    kind: 'unavailable',
    pt: 'Erro inesperado. Se persistir, informe o código de correlação ao suporte.',
    en: 'Unexpected error. If it goes on, tell support the correlation id.',
  },
  FILE_NOT_FOUND: {
    kind: 'not-found',
    pt: 'O arquivo não existe ou o endereço não é válido.',
    en: 'The file does not exist or the address is not valid.',
  },
  FILE_TOO_LARGE: {
    kind: 'invalid',
    pt: 'O arquivo passa do limite de {limitBytes} bytes.',
    en: 'The file is over the limit of {limitBytes} bytes.',
  },
  LENGTH_REQUIRED: {
    kind: 'invalid',
    pt: 'Informe o tamanho do arquivo em Content-Length.',
    en: 'Tell the size of the file in Content-Length.',
  },
});
