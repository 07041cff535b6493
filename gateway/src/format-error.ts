import { isAppError, type AppError, type ErrorKind, type Language } from '@guiche/kit/errors';
import type { Logger } from '@guiche/kit/log';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { gatewayErrors } from './errors.ts';

/** Who has to act: the client on its request, or the people who run the gateway or a subgraph. */
export type ErrorOrigin = 'client' | 'gateway' | 'subgraph';

/** Whom an error is worded for. */
export interface Reader {
  readonly language: Language;
  readonly correlationId: string;
  readonly log: Logger;
}

/** What a client sees of the errors of one operation. What nobody foresaw is logged whole and masked. */
export function formatErrors(errors: readonly (GraphQLError | Error)[], reader: Reader): GraphQLFormattedError[] {
  return errors.map((error) => formatError(error, reader));
}

/** A refusal of the gateway itself, in the shape of a GraphQL error. */
export function formatRefusal(refusal: AppError, { language, correlationId }: Omit<Reader, 'log'>): GraphQLFormattedError {
  const { code, kind, details } = refusal;
  return { message: refusal.wording[language], extensions: { code, kind, correlationId, origin: originOf(refusal), ...details } };
}

function formatError(error: GraphQLError | Error, reader: Reader): GraphQLFormattedError {
  const place = 'extensions' in error ? placeOf(error) : {};
  const extensions: Readonly<Record<string, unknown>> = 'extensions' in error ? error.extensions : {};
  const original = 'originalError' in error ? error.originalError : error;
  if (isAppError(original)) return { ...place, ...formatRefusal(original, reader) };
  const { code, kind, serviceName } = extensions;
  if (typeof serviceName === 'string') return { ...place, ...formatSubgraphError(error.message, extensions, reader) };
  if (typeof code === 'string' && graphqlCodes.has(code)) {
    const { correlationId, language } = reader;
    const message = language === 'en' ? error.message : `A operação GraphQL não é válida: ${error.message}`;
    return { ...place, message, extensions: { code, kind: kind ?? 'invalid', correlationId, origin: 'client' } };
  }
  reader.log.error({ err: original, correlationId: reader.correlationId }, 'unexpected error');
  return { ...place, ...formatRefusal(gatewayErrors.INTERNAL_ERROR(), reader) };
}

/** A coded error of a subgraph arrives worded for the caller and keeps its details; anything else is masked. */
function formatSubgraphError(message: string, extensions: Readonly<Record<string, unknown>>, reader: Reader): GraphQLFormattedError {
  const { serviceName, code, kind, stacktrace: _stacktrace, exception: _exception, ...details } = extensions;
  const { correlationId, language, log } = reader;
  if (typeof code !== 'string' || !isKind(kind)) {
    log.error({ subgraph: serviceName, reason: message, correlationId }, 'a subgraph answered with an error without code');
    const masked = gatewayErrors.INTERNAL_ERROR();
    return { message: masked.wording[language], extensions: { code: masked.code, kind: masked.kind, correlationId, origin: 'subgraph', service: serviceName } };
  }
  const failed = kind === 'unavailable' ? { origin: 'subgraph', service: serviceName } : { origin: 'client' };
  return { message, extensions: { ...details, code, kind, correlationId, ...failed } };
}

function originOf({ kind, code }: AppError): ErrorOrigin {
  if (code === 'SUBGRAPH_UNAVAILABLE' || code === 'SUBGRAPH_TIMEOUT') return 'subgraph';
  return kind === 'unavailable' ? 'gateway' : 'client';
}

/** A place inside a list is known only to the planner, as `@`: the path ends before it. */
function placeOf({ path, locations }: GraphQLError): Pick<GraphQLFormattedError, 'path' | 'locations'> {
  const list = path?.indexOf('@') ?? -1;
  const known = list < 0 ? path : path?.slice(0, list);
  return { ...(known === undefined || known.length === 0 ? {} : { path: known }), ...(locations === undefined ? {} : { locations }) };
}

/** Codes of Apollo Server and graphql-js for what a client sent. */
const graphqlCodes: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const kinds: ReadonlySet<unknown> = new Set<ErrorKind>(['invalid', 'unauthenticated', 'forbidden', 'not-found', 'conflict', 'rate-limited', 'unavailable']);

function isKind(kind: unknown): kind is ErrorKind {
  return kinds.has(kind);
}
