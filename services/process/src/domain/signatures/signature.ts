import type { Author } from '../documents/author.ts';
import type { DocumentFile, Verification } from '../documents/document-file.ts';
import { processErrors } from '../errors.ts';

/** Level by Lei 14.063/2020 (SG-01). */
export type SignatureLevel = 'SIMPLE' | 'ADVANCED' | 'QUALIFIED';
export type SignatureMethod = 'SYSTEM_PASSWORD' | 'ICP_BRASIL';

/** What a signature says: that the signer wills the content, or that a copy is true to its paper (SG-04). */
export type SignatureKind = 'SIGNATURE' | 'AUTHENTICATION';

/** Who may type a password for an act: a person outside the city hall, or a member of its staff. */
export type SignerKind = 'person' | 'staff';

/** Somebody who signs or is asked to. */
export interface Signer {
  readonly kind: SignerKind;
  readonly id: string;
}

/** A signature that was given. `sha256` is of the content that was signed. */
export interface Signature {
  readonly kind: SignatureKind;
  readonly signerKind: SignerKind;
  readonly signerId: string;
  readonly signerName: string;
  /** Capacity (cargo ou função) shown on the document. */
  readonly role: string;
  readonly signedAt: Date;
  readonly sha256: string;
  readonly method: SignatureMethod;
  readonly level: SignatureLevel;
  readonly authorizationId: string;
}

/** Signatures that ended with the content they were for (SG-07), with the proof that was printed for them. */
export interface VoidedSignatures {
  readonly signatures: readonly Signature[];
  readonly verification: Verification;
  readonly signedFile: DocumentFile;
  readonly at: Date;
  readonly by: Author;
  readonly reason: string;
}

/** What identity says after the password was typed: this person wants to sign this content. Serves once. */
export interface SignatureAuthorization {
  readonly id: string;
  readonly signerKind: SignerKind;
  readonly signerId: string;
  /** The name as identity knows it. */
  readonly signerName: string;
  /** In which capacity, as the signer said it when typing the password; null when he did not. */
  readonly role: string | null;
  readonly documentId: string;
  /** Ids of the cities whose document it may be: those where the signer is released, or whose Term it is. */
  readonly municipalities: readonly string[];
  readonly sha256: string;
  readonly expiresAt: Date;
}

/** Refuses an authorization that is not for this signer and this document as it is now. */
export function checkAuthorization(
  authorization: SignatureAuthorization,
  act: { signerKind: SignerKind; signerId: string; documentId: string; municipalityId: string; sha256: string; at: Date },
): void {
  if (authorization.expiresAt <= act.at) throw processErrors.SIGNATURE_AUTHORIZATION_EXPIRED();
  const sameSigner = authorization.signerKind === act.signerKind && authorization.signerId === act.signerId;
  if (!sameSigner || authorization.documentId !== act.documentId) throw processErrors.SIGNATURE_AUTHORIZATION_FOREIGN();
  if (!authorization.municipalities.includes(act.municipalityId)) throw processErrors.SIGNER_NOT_RELEASED();
  if (authorization.sha256 !== act.sha256) throw processErrors.DOCUMENT_CHANGED();
}

/** What people read for a level. */
export function levelLabel(level: SignatureLevel): string {
  switch (level) {
    case 'SIMPLE':
      return 'Simples';
    case 'ADVANCED':
      return 'Avançada';
    case 'QUALIFIED':
      return 'Qualificada';
  }
}

/** What people read for a method. */
export function methodLabel(method: SignatureMethod): string {
  switch (method) {
    case 'SYSTEM_PASSWORD':
      return 'Assinatura eletrônica do sistema (senha)';
    case 'ICP_BRASIL':
      return 'Certificado digital ICP-Brasil';
  }
}

/** The level that a method gives (SG-01). */
export function levelOf(method: SignatureMethod): SignatureLevel {
  switch (method) {
    case 'SYSTEM_PASSWORD':
      return 'SIMPLE';
    case 'ICP_BRASIL':
      return 'QUALIFIED';
  }
}

/** What people read for a kind. */
export function kindLabel(kind: SignatureKind): string {
  switch (kind) {
    case 'SIGNATURE':
      return 'Assinatura';
    case 'AUTHENTICATION':
      return 'Autenticação';
  }
}

export function isBy({ signerKind, signerId }: Pick<Signature, 'signerKind' | 'signerId'>, signer: Signer): boolean {
  return signerKind === signer.kind && signerId === signer.id;
}
