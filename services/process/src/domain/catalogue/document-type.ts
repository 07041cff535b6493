import { processErrors } from '../errors.ts';
import type { AccessLevel } from '../processes/access-level.ts';

/** How documents of a type come about: written in the editor, or uploaded as a file. */
export type DocumentMaking = 'EDITOR' | 'UPLOAD';

/** A type of document (tipo de documento) as one municipality uses it. */
export interface DocumentType {
  readonly municipalityId: string;
  /** Stable key, `despacho`. */
  readonly key: string;
  readonly name: string;
  readonly active: boolean;
  readonly makings: readonly DocumentMaking[];
  /** HTML with variables that a new document of the editor starts from. */
  readonly template: string | null;
  /** A level that every document of the type has, whoever makes it (PT-04). */
  readonly forcedAccess: { readonly accessLevel: AccessLevel; readonly legalHypothesisKey: string | null } | null;
  /** Whether people outside may send documents of it. */
  readonly inPetitions: boolean;
  /** Whether an intimation may be made from it (PR-08). */
  readonly inIntimations: boolean;
  readonly version: number;
}

/** The type, if it is active and its documents are made in this way; refuses otherwise. */
export function makeableAs(type: DocumentType | undefined, making: DocumentMaking, typeKey: string): DocumentType {
  if (type === undefined || !type.active || !type.makings.includes(making)) throw processErrors.DOCUMENT_TYPE_UNKNOWN({ typeKey });
  return type;
}
