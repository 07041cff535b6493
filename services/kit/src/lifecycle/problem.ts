import type { ServerResponse } from 'node:http';
import type { AppError, ErrorKind } from '../errors/index.ts';

const statusByKind: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'rate-limited': 429,
  unavailable: 503,
};

const titles: Readonly<Record<number, string>> = {
  400: 'Pedido inválido',
  401: 'Identificação necessária',
  403: 'Acesso negado',
  404: 'Não encontrado',
  405: 'Método não aceito',
  409: 'Conflito',
  410: 'Não está mais disponível',
  413: 'Conteúdo grande demais',
  415: 'Tipo de conteúdo não aceito',
  416: 'Intervalo inexistente',
  422: 'Conteúdo não confere',
  429: 'Muitas tentativas',
  500: 'Erro interno',
  503: 'Serviço indisponível',
};

/** The HTTP status of a refusal by its kind, for endpoints that say no better. */
export function statusOf(error: AppError): number {
  return statusByKind[error.kind];
}

/** Answers a refusal as RFC 9457 problem+json with the stable `code`; texts in Portuguese, never internals. */
export function sendProblem(
  response: ServerResponse,
  error: AppError,
  options: { correlationId: string; status?: number },
): void {
  const status = options.status ?? statusOf(error);
  const body = JSON.stringify({
    ...error.details,
    type: 'about:blank',
    title: titles[status] ?? 'Erro',
    status,
    detail: error.wording.pt,
    code: error.code,
    correlationId: options.correlationId,
  });
  const retryAfter = error.details?.['retryAfterSeconds'];
  if (typeof retryAfter === 'number') response.setHeader('retry-after', String(Math.ceil(retryAfter)));
  response.writeHead(status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}
