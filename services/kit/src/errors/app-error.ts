/** What kind of refusal an error is; transports and consumers decide by kind, clients by code. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'rate-limited'
  | 'unavailable';

export type ErrorDetails = Readonly<Record<string, unknown>>;

/** The two languages every message is written in; pt-BR is what people read unless they ask for English. */
export interface Wording {
  readonly pt: string;
  readonly en: string;
}

/** A refusal the caller can do something about. A bug is a plain Error and has no code. */
export interface AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly wording: Wording;
  readonly details?: ErrorDetails;
}

class CodedError extends Error implements AppError {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly wording: Wording;
  readonly details?: ErrorDetails;

  constructor(kind: ErrorKind, code: string, wording: Wording, details?: ErrorDetails) {
    super(wording.pt);
    this.name = 'AppError';
    this.kind = kind;
    this.code = code;
    this.wording = wording;
    if (details !== undefined) this.details = details;
  }
}

const kinds: ReadonlySet<string> = new Set<ErrorKind>([
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'rate-limited',
  'unavailable',
]);

/** Recognises an AppError by its shape, so that two copies of the kit never disagree. */
export function isAppError(error: unknown): error is AppError {
  return (
    error instanceof Error &&
    'kind' in error &&
    typeof error.kind === 'string' &&
    kinds.has(error.kind) &&
    'code' in error &&
    typeof error.code === 'string' &&
    'wording' in error
  );
}

/** One row of a service's error catalogue. `{name}` in a wording is replaced by `details.name`. */
export interface ErrorDefinition extends Wording {
  readonly kind: ErrorKind;
}

/** A catalogue: one function per code; the rows themselves stay readable for the generated error table. */
export type ErrorCatalogue<Definitions extends Record<string, ErrorDefinition>> = {
  readonly [Code in keyof Definitions]: ((details?: ErrorDetails) => AppError) & {
    readonly definition: ErrorDefinition;
  };
};

/**
 * Turns rows `{ CODE: { kind, pt, en } }` into functions that make the error.
 * Details appear in the GraphQL `extensions`, so they never carry what the caller may not see.
 */
export function defineErrors<const Definitions extends Record<string, ErrorDefinition>>(
  definitions: Definitions,
): ErrorCatalogue<Definitions> {
  const entries = Object.entries(definitions).map(([code, definition]) => {
    const make = (details?: ErrorDetails): AppError =>
      new CodedError(
        definition.kind,
        code,
        { pt: fill(definition.pt, details), en: fill(definition.en, details) },
        details,
      );
    return [code, Object.assign(make, { definition })] as const;
  });
  return Object.fromEntries(entries) as ErrorCatalogue<Definitions>;
}

function fill(template: string, details: ErrorDetails | undefined): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = details?.[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : placeholder;
  });
}
