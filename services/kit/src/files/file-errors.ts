import { defineErrors } from '../errors/index.ts';
import type { AppError } from '../errors/index.ts';
import { statusOf } from '../lifecycle/index.ts';

/** Every refusal of the file mechanism; `invalid` ones are permanent, `unavailable` ones are worth another try. */
export const fileErrors = defineErrors({
  FILE_NOT_FOUND: {
    kind: 'not-found',
    pt: 'O arquivo não existe ou o endereço não é válido.',
    en: 'The file does not exist or the address is not valid.',
  },
  FILE_LINK_EXPIRED: {
    kind: 'not-found',
    pt: 'O endereço do arquivo expirou. Abra o documento de novo para obter outro.',
    en: 'The address of the file has expired. Open the document again to get another.',
  },
  FILE_NAME_INVALID: {
    kind: 'invalid',
    pt: 'O nome do arquivo deve ter de 1 a 255 caracteres, sem barras nem caracteres de controle.',
    en: 'The file name must have 1 to 255 characters, without slashes or control characters.',
  },
  FILE_HASH_INVALID: {
    kind: 'invalid',
    pt: 'Informe o SHA-256 do arquivo com 64 dígitos hexadecimais minúsculos.',
    en: 'Give the SHA-256 of the file as 64 lower-case hexadecimal digits.',
  },
  FILE_EMPTY: { kind: 'invalid', pt: 'O arquivo está vazio.', en: 'The file is empty.' },
  FILE_TOO_LARGE: {
    kind: 'invalid',
    pt: 'O arquivo passa do limite de {limitBytes} bytes.',
    en: 'The file is over the limit of {limitBytes} bytes.',
  },
  FILE_TYPE_NOT_ACCEPTED: {
    kind: 'invalid',
    pt: 'O conteúdo do arquivo não é de um tipo aceito: {accepted}.',
    en: 'The content of the file is not of an accepted type: {accepted}.',
  },
  FILE_SIZE_MISMATCH: {
    kind: 'invalid',
    pt: 'O arquivo não tem o tamanho anunciado de {expected} bytes. Envie de novo.',
    en: 'The file does not have the announced size of {expected} bytes. Send it again.',
  },
  FILE_HASH_MISMATCH: {
    kind: 'invalid',
    pt: 'O conteúdo do arquivo não é o anunciado (SHA-256 diferente). Envie de novo.',
    en: 'The content of the file is not the announced one (another SHA-256). Send it again.',
  },
  RANGE_NOT_SATISFIABLE: {
    kind: 'invalid',
    pt: 'O arquivo tem {size} bytes; o intervalo pedido não existe.',
    en: 'The file has {size} bytes; the requested range does not exist.',
  },
  UPLOAD_NOT_FOUND: {
    kind: 'not-found',
    pt: 'O envio não existe. Comece outro.',
    en: 'The upload does not exist. Start another one.',
  },
  UPLOAD_EXPIRED: {
    kind: 'invalid',
    pt: 'O prazo do envio terminou. Comece outro.',
    en: 'The time for the upload is over. Start another one.',
  },
  UPLOAD_ALREADY_USED: {
    kind: 'conflict',
    pt: 'O arquivo enviado já foi usado. Envie de novo para usá-lo outra vez.',
    en: 'The uploaded file was already used. Upload it again to use it once more.',
  },
  UPLOAD_INCOMPLETE: {
    kind: 'conflict',
    pt: 'O arquivo ainda não foi recebido por inteiro. Termine o envio antes.',
    en: 'The file was not received completely yet. Finish the upload first.',
  },
  REMOTE_FILE_UNAVAILABLE: {
    kind: 'unavailable',
    pt: 'O arquivo de outro serviço não pôde ser buscado agora.',
    en: 'The file of another service could not be fetched right now.',
  },
  REMOTE_FILE_REFUSED: {
    kind: 'invalid',
    pt: 'O arquivo de outro serviço não pode ser buscado (resposta {status}).',
    en: 'The file of another service cannot be fetched (answer {status}).',
  },
  REMOTE_ADDRESS_REFUSED: {
    kind: 'invalid',
    pt: 'O endereço do arquivo de outro serviço não é dele.',
    en: 'The address of the file of another service is not its own.',
  },
});

const statuses: Readonly<Record<string, number>> = {
  FILE_LINK_EXPIRED: 410,
  FILE_TOO_LARGE: 413,
  FILE_TYPE_NOT_ACCEPTED: 415,
  FILE_EMPTY: 422,
  FILE_SIZE_MISMATCH: 422,
  FILE_HASH_MISMATCH: 422,
  RANGE_NOT_SATISFIABLE: 416,
  UPLOAD_EXPIRED: 410,
  UPLOAD_ALREADY_USED: 410,
};

/** The HTTP status of a refusal on the file endpoints. */
export function fileStatusOf(error: AppError): number {
  return statuses[error.code] ?? statusOf(error);
}
