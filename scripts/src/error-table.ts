// `npm run errors` writes gateway/ERRORS.md from the error catalogues of the code; `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AppError, type ErrorDefinition, type ErrorKind, platformErrors, textProblem, validationErrors } from '@guiche/kit/errors';
import { gatewayErrors } from '../../gateway/src/errors.ts';
import { formatRefusal } from '../../gateway/src/format-error.ts';
import { errors as identityErrors } from '../../services/identity/src/domain/errors.ts';
import { intimationErrors } from '../../services/intimation/src/domain/errors.ts';
import { fileErrors } from '../../services/kit/src/files/file-errors.ts';
import { clientCodes } from '../../services/kit/src/graphql/format-errors.ts';
import { scalarErrors } from '../../services/kit/src/graphql/scalar-errors.ts';
import { jsonErrors } from '../../services/kit/src/graphql/read-json-body.ts';
import { bodyErrors, frontErrors } from '../../services/kit/src/lifecycle/index.ts';
import { notificationErrors } from '../../services/notification/src/domain/errors.ts';
import { processErrors } from '../../services/process/src/domain/errors.ts';
import { errors as ticketingErrors } from '../../services/ticketing/src/domain/errors.ts';

/** Where the table is committed. */
export const errorTableFile = join(import.meta.dirname, '../../gateway/ERRORS.md');

type Catalogue = Readonly<Record<string, { readonly definition: ErrorDefinition }>>;

/** Every catalogue of the code, by who refuses. */
const catalogues: Readonly<Record<string, Catalogue>> = {
  'Every service': { ...platformErrors, ...validationErrors },
  'Scalars': scalarErrors,
  'HTTP requests': { ...frontErrors, ...bodyErrors, ...jsonErrors },
  'Files': fileErrors,
  'Gateway': gatewayErrors,
  'Identity': identityErrors,
  'Ticketing': ticketingErrors,
  'Process': processErrors,
  'Intimation': intimationErrors,
  'Notification': notificationErrors,
};

/** One code as one owner defines it. */
export interface ErrorRow {
  readonly owner: string;
  readonly code: string;
  readonly definition: ErrorDefinition;
}

/** All rows, in the order of the catalogues. */
export function errorRows(): ErrorRow[] {
  return Object.entries(catalogues).flatMap(([owner, catalogue]) =>
    Object.entries(catalogue).map(([code, { definition }]) => ({ owner, code, definition })),
  );
}

const advice: Readonly<Record<ErrorKind, string>> = {
  invalid: 'Correct the input, `fields` names each wrong one, and send again with a new idempotency key.',
  unauthenticated: 'Log in, or refresh the session, and send again.',
  forbidden: 'Do not send again: another account, role or scope (`scope`) is needed.',
  'not-found': 'Check the id, and who is logged in: what you may not see answers like what does not exist.',
  conflict: 'Read the object again, decide anew, and send with a new idempotency key; with `retryAfterMs`, wait that long and send the same again with the same key.',
  'rate-limited': 'Wait `retryAfterSeconds` and send again.',
  unavailable: 'Send the same again with the same idempotency key, after a pause that grows; if it goes on, tell support the `correlationId`.',
};

const example: Readonly<Record<ErrorKind, () => AppError>> = {
  invalid: () => validationErrors.INVALID_INPUT({ fields: [emptyField('fullName')] }),
  unauthenticated: () => platformErrors.INVALID_TOKEN(),
  forbidden: () => platformErrors.MISSING_SCOPE({ scope: 'process:read' }),
  'not-found': () => ticketingErrors.TICKET_NOT_FOUND(),
  conflict: () => platformErrors.IDEMPOTENCY_KEY_IN_USE({ retryAfterMs: 500 }),
  'rate-limited': () => platformErrors.TOO_MANY_REQUESTS({ retryAfterSeconds: 30 }),
  unavailable: () => gatewayErrors.SUBGRAPH_UNAVAILABLE({ service: 'identity' }),
};

const kinds = Object.keys(advice) as ErrorKind[];

/** The whole text of gateway/ERRORS.md. */
export function errorTable(): string {
  return [
    '# Errors',
    'Written by `npm run errors` from the error catalogues of the code; never edited by hand.',
    'Programs go by `extensions.code`, or by `extensions.kind` for a code they do not know; both are stable, messages are\n' +
      'not. Messages are Portuguese, or English with `Accept-Language: en`; `{name}` is filled from the extension of that\n' +
      'name. `correlationId` is on every error; `origin` says who has to act (`client`, `gateway`, `subgraph`), and `fields`\n' +
      'lists all wrong fields of an input at once. File addresses answer with the same codes as `application/problem+json`.',
    '## Kinds, and what to do',
    table(['Kind', 'What to do'], kinds.map((kind) => [`[${kind}](#${kind})`, advice[kind]])),
    ...kinds.flatMap((kind) => [`### ${kind}`, json(example[kind]())]),
    ...Object.keys(catalogues).flatMap((owner) => [`## ${owner}`, ownerTable(owner)]),
    '## GraphQL itself',
    `Of the kind [invalid](#invalid), worded by the GraphQL library: ${[...clientCodes].map(coded).join(', ')}.`,
  ].join('\n\n') + '\n';
}

function ownerTable(owner: string): string {
  const rows = errorRows().filter((row) => row.owner === owner);
  return table(
    ['Code', 'Kind', 'Meaning', 'Message'],
    rows.map(({ code, definition: { kind, en, pt } }) => [coded(code), `[${kind}](#${kind})`, en, pt]),
  );
}

function emptyField(path: string): object {
  const problem = textProblem(path, '', { max: 1 });
  return { path, code: problem?.code, message: problem?.message.pt };
}

function json(error: AppError): string {
  const answer = formatRefusal(error, { language: 'pt', correlationId: '0199d3a4-6b1e-7c52-9f0a-2d8e41c7b630' });
  return `\`\`\`json\n${JSON.stringify({ data: null, errors: [answer] }, null, 2)}\n\`\`\``;
}

function coded(code: string): string {
  return `\`${code}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

if (import.meta.main) {
  if (!process.argv.includes('--check')) writeFileSync(errorTableFile, errorTable());
  else if (readFileSync(errorTableFile, 'utf8') !== errorTable()) {
    console.error('Out of date: gateway/ERRORS.md (npm run errors)');
    process.exitCode = 1;
  }
}
