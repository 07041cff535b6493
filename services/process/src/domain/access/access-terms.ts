import { addDays, endOfLocalDay, localDate } from '@guiche/kit/calendar';
import { textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import type { Document } from '../documents/document.ts';
import { processErrors } from '../errors.ts';
import { checkAuthorization } from '../signatures/signature.ts';
import type { SignatureAuthorization } from '../signatures/signature.ts';

/** Whom an access is for: somebody with an account, or a name and an e-mail address (AE-01). */
export type AccessRecipient =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'isolated'; readonly name: string; readonly email: string };

/** What a unit wants to open, to whom, why and for how long (AE-01). */
export interface AccessTerms {
  readonly processId: string;
  readonly unitId: string;
  readonly recipient: AccessRecipient;
  readonly reason: string;
  readonly scope: 'INTEGRAL' | 'PARTIAL';
  /** Chosen documents; none for an integral access. */
  readonly documentIds: readonly string[];
  readonly validityDays: number;
}

/** The same as people type it: either a person, or name and e-mail. */
export interface AccessTermsInput extends Omit<AccessTerms, 'recipient' | 'documentIds'> {
  readonly recipient: { readonly personId?: string | null | undefined; readonly name?: string | null | undefined; readonly email?: string | null | undefined };
  readonly documentIds?: readonly string[] | null | undefined;
}

/** A hundred years, which is what the reference gives when it means for ever (AE-04). */
const longestValidityDays = 36_500;
const mostDocuments = 500;

/** Everything that is wrong with the form of some terms (AE-01, AE-02). */
export function termsProblems(input: AccessTermsInput): FieldProblem[] {
  const { recipient, reason, scope, validityDays } = input;
  const documentIds = input.documentIds ?? [];
  return [
    ...recipientProblems(recipient),
    textProblem('reason', reason, { max: 500, multiline: true }),
    Number.isInteger(validityDays) && validityDays >= 1 && validityDays <= longestValidityDays
      ? undefined
      : problem('validityDays', 'OUT_OF_RANGE', 'Informe a validade em dias, de 1 a 36500.', 'Give the validity in days, from 1 to 36500.'),
    scope === 'PARTIAL' && documentIds.length === 0
      ? problem('documentIds', 'REQUIRED', 'Escolha ao menos um documento para o acesso parcial.', 'Choose at least one document for a partial access.')
      : undefined,
    scope === 'INTEGRAL' && documentIds.length > 0
      ? problem('documentIds', 'NOT_ALLOWED', 'O acesso integral abrange todos os documentos: não escolha nenhum.', 'An integral access takes in all documents: choose none.')
      : undefined,
    documentIds.length > mostDocuments
      ? problem('documentIds', 'TOO_MANY', `Escolha no máximo ${String(mostDocuments)} documentos.`, `Choose at most ${String(mostDocuments)} documents.`)
      : undefined,
  ].filter((found) => found !== undefined);
}

/** Terms whose form has been checked, the same for the same wish however it was typed. */
export function termsOf(input: AccessTermsInput): AccessTerms {
  const { processId, unitId, reason, scope, validityDays, recipient } = input;
  const documentIds = [...new Set(input.documentIds ?? [])].sort();
  const { personId, name, email } = recipient;
  return {
    processId,
    unitId,
    reason: reason.trim(),
    scope,
    documentIds,
    validityDays,
    recipient: personId ? { kind: 'person', personId } : { kind: 'isolated', name: (name ?? '').trim(), email: (email ?? '').trim() },
  };
}

/** The last day of an access that begins now: whole days, counted from the next one. */
export function lastDay({ validityDays }: Pick<AccessTerms, 'validityDays'>, now: Date, timeZone: string): { expiresOn: string; expiresAt: Date } {
  const expiresOn = addDays(localDate(now, timeZone), validityDays);
  return { expiresOn, expiresAt: new Date(endOfLocalDay(expiresOn, timeZone).getTime() + 1) };
}

/** The text that stands for exactly these terms: its SHA-256 is what the password is typed for. */
export function termsText(terms: AccessTerms, expiresOn: string): string {
  const { processId, unitId, recipient, reason, scope, documentIds, validityDays } = terms;
  const whom = recipient.kind === 'person' ? [recipient.personId] : [recipient.name, recipient.email];
  return JSON.stringify(['access-grant/1', processId, unitId, recipient.kind, whom, reason, scope, documentIds, validityDays, expiresOn]);
}

/** Refuses chosen documents that are not of the process, out of the unit's reach, drafts or cancelled (AE-02). */
export function checkChosenDocuments({ processId, documentIds }: AccessTerms, found: readonly Document[], isReached: (document: Document) => boolean): void {
  const open = found.filter(
    (document) => document.processId === processId && document.state !== 'DRAFT' && document.state !== 'CANCELLED' && isReached(document),
  );
  const known = new Set(open.map(({ id }) => id));
  const unknown = documentIds.filter((id) => !known.has(id));
  if (unknown.length > 0) throw processErrors.ACCESS_DOCUMENTS_UNKNOWN({ documentIds: unknown.join(', ') });
}

/** Refuses a password that was typed by somebody else, for another process or for other terms (AE-01). */
export function checkTermsAuthorization(
  authorization: SignatureAuthorization,
  act: { staffId: string; processId: string; municipalityId: string; sha256: string; at: Date },
): void {
  const { staffId: signerId, processId: documentId, municipalityId, sha256, at } = act;
  checkAuthorization(authorization, { signerKind: 'staff', signerId, documentId, municipalityId, at, sha256: authorization.sha256 });
  if (authorization.sha256 !== sha256) throw processErrors.ACCESS_TERMS_CHANGED();
}

function recipientProblems({ personId, name, email }: AccessTermsInput['recipient']): (FieldProblem | undefined)[] {
  const path = 'recipient';
  if (personId && (name || email)) {
    return [problem(path, 'AMBIGUOUS', 'Informe a pessoa cadastrada, ou o nome e o e-mail, não os dois.', 'Give a registered person, or name and e-mail, not both.')];
  }
  if (personId) return [textProblem(`${path}.personId`, personId, { max: 64 })];
  return [textProblem(`${path}.name`, name ?? '', { max: 150 }), emailProblem(`${path}.email`, email ?? '')];
}

function emailProblem(path: string, email: string): FieldProblem | undefined {
  const given = textProblem(path, email, { max: 254 });
  if (given !== undefined) return given;
  return /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\.]+(\.[^\s@<>,;:"()[\]\\.]+)+$/.test(email.trim())
    ? undefined
    : problem(path, 'INVALID_EMAIL', 'Informe um e-mail válido, como nome@exemplo.com.', 'Give a valid e-mail address, such as name@example.com.');
}

function problem(path: string, code: string, pt: string, en: string): FieldProblem {
  return { path, code, message: { pt, en } };
}
