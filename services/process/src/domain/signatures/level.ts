import type { FieldProblem } from '@guiche/kit/errors';
import { processErrors } from '../errors.ts';
import { levelLabel } from './signature.ts';
import type { SignatureLevel } from './signature.ts';

/** Acts that a city fixes a minimum level for (SG-01, Lei 14.063/2020 art. 5). */
export const signatureActs = ['TERM', 'PETITION', 'INTERNAL_DOCUMENT', 'EXTERNAL_REQUEST', 'ACCESS_GRANT'] as const;
export type SignatureAct = (typeof signatureActs)[number];

/** The table of one city. */
export interface SignatureLevels {
  readonly municipalityId: string;
  readonly levels: Readonly<Record<SignatureAct, SignatureLevel>>;
  /** Instead of INTERNAL_DOCUMENT for documents of these types. */
  readonly byDocumentType: readonly DocumentTypeLevel[];
  readonly version: number;
}

/** The least level for documents of one type. */
export interface DocumentTypeLevel {
  readonly typeKey: string;
  readonly level: SignatureLevel;
}

/** More types do not fit a table that people read. */
export const documentTypeLevelLimit = 100;

/** The table of a city that has set none: what identifies the signer is enough. */
export function startingLevels(municipalityId: string): SignatureLevels {
  const levels = { TERM: 'SIMPLE', PETITION: 'SIMPLE', INTERNAL_DOCUMENT: 'SIMPLE', EXTERNAL_REQUEST: 'SIMPLE', ACCESS_GRANT: 'SIMPLE' } as const;
  return { municipalityId, levels, byDocumentType: [], version: 0 };
}

/** The least level for an act; a type of document matters for internal documents alone. */
export function minimumLevel({ levels, byDocumentType }: SignatureLevels, act: SignatureAct, typeKey: string | null = null): SignatureLevel {
  const own = act === 'INTERNAL_DOCUMENT' ? byDocumentType.find((row) => row.typeKey === typeKey)?.level : undefined;
  return own ?? levels[act];
}

/** The higher of two levels. */
export function higher(one: SignatureLevel, other: SignatureLevel): SignatureLevel {
  return rank[one] >= rank[other] ? one : other;
}

/** Refuses a level below what is needed, and says which is. */
export function refuseBelow(needed: SignatureLevel, obtained: SignatureLevel): void {
  if (rank[obtained] >= rank[needed]) return;
  throw processErrors.SIGNATURE_LEVEL_TOO_LOW({ neededLevel: needed, needed: levelLabel(needed).toLowerCase(), obtained: levelLabel(obtained).toLowerCase() });
}

const rank: Readonly<Record<SignatureLevel, number>> = { SIMPLE: 0, ADVANCED: 1, QUALIFIED: 2 };

/** What is wrong with the form of a table: an act or a type named twice, too many types. */
export function levelsProblems({
  acts,
  byDocumentType,
}: {
  acts: readonly { readonly act: SignatureAct }[];
  byDocumentType: SignatureLevels['byDocumentType'];
}): FieldProblem[] {
  const maximum = String(documentTypeLevelLimit);
  return [
    hasTwice(acts.map(({ act }) => act)) ? problem('acts', 'DUPLICATE', 'Informe cada ato uma vez.', 'Give each act once.') : undefined,
    hasTwice(byDocumentType.map(({ typeKey }) => typeKey))
      ? problem('documentTypes', 'DUPLICATE', 'Informe cada tipo de documento uma vez.', 'Give each document type once.')
      : undefined,
    byDocumentType.length > documentTypeLevelLimit
      ? problem('documentTypes', 'TOO_MANY', `Informe no máximo ${maximum} tipos.`, `Give at most ${maximum} types.`)
      : undefined,
  ].filter((found) => found !== undefined);
}

const hasTwice = (names: readonly string[]): boolean => new Set(names).size < names.length;
const problem = (path: string, code: string, pt: string, en: string): FieldProblem => ({ path, code, message: { pt, en } });
