import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { isAppError } from '../errors/index.ts';
import type { AppError, Language } from '../errors/index.ts';
import type { Logger } from '../log/index.ts';

/**
 * What a client sees of an error: our coded refusals and the specification's own errors, each with code, kind and
 * correlation id. Anything else is logged whole and masked.
 */
export function formatErrors(
  errors: readonly GraphQLError[],
  options: { language: Language; correlationId: string; log: Logger },
): GraphQLFormattedError[] {
  return errors.map((error) => formatError(error, options));
}

function formatError(
  error: GraphQLError,
  { language, correlationId, log }: { language: Language; correlationId: string; log: Logger },
): GraphQLFormattedError {
  const position = {
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
  };
  const original = refusalIn(error) ?? unwrapResolverError(error);
  if (isAppError(original)) {
    if (original.kind === 'unavailable') log.warn({ err: original, cause: original.cause, correlationId }, 'unavailable');
    const { code, kind, details } = original;
    const message = original.wording[language];
    const field = fieldOf(error);
    const fields = field === undefined ? {} : { fields: [{ path: field, code, message }] };
    return { ...position, message, extensions: { code, kind, correlationId, ...fields, ...localised(details, language) } };
  }
  const code = error.extensions['code'];
  if (error.originalError === undefined || (typeof code === 'string' && clientCodes.has(code))) {
    const kind = typeof error.extensions['kind'] === 'string' ? error.extensions['kind'] : 'invalid';
    return { ...position, message: error.message, extensions: { code: typeof code === 'string' ? code : 'BAD_REQUEST', kind, correlationId } };
  }
  const incident = randomUUID();
  log.error({ err: original, correlationId, incident }, 'unexpected error');
  const message = {
    pt: 'Erro inesperado. Se persistir, informe o código de correlação ao suporte.',
    en: 'Unexpected error. If it goes on, tell support the correlation id.',
  };
  return { ...position, message: message[language], extensions: { code: 'INTERNAL_ERROR', kind: 'unavailable', correlationId } };
}

/** Codes of errors that Apollo Server and the scalars raise because of what the client sent. */
export const clientCodes: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/** The coded refusal at the bottom of an error: GraphQL wraps what a scalar throws, once for each layer of input. */
function refusalIn(error: unknown): AppError | undefined {
  if (isAppError(error)) return error;
  return error instanceof Error && 'originalError' in error ? refusalIn(error.originalError) : undefined;
}

/** The input path of a refused variable, without the name of the variable, where GraphQL tells it: `people.0.cpf`. */
function fieldOf({ message, originalError }: GraphQLError): string | undefined {
  const place = message.slice(0, message.length - `; ${originalError?.message ?? ''}`.length);
  return /^Variable "\$.* at "\w+\.([^"]+)"$/s.exec(place)?.[1]?.replace(/\[(\d+)\]/g, '.$1');
}

function localised(details: Readonly<Record<string, unknown>> | undefined, language: Language): object {
  const fields = details?.['fields'];
  if (!Array.isArray(fields)) return details ?? {};
  return {
    ...details,
    fields: fields.map((field: { path: string; code: string; message: string; messageEn: string }) => ({
      path: field.path,
      code: field.code,
      message: language === 'en' ? field.messageEn : field.message,
    })),
  };
}
