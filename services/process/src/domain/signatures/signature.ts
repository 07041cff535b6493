import { processErrors } from '../errors.ts';

/** Level by Lei 14.063/2020 (SG-01). */
export type SignatureLevel = 'SIMPLE' | 'ADVANCED' | 'QUALIFIED';
export type SignatureMethod = 'SYSTEM_PASSWORD';

/** Somebody is asked to sign, once per person and document (SG-05). */
export interface SignatureRequest {
  readonly signerId: string;
  readonly signerName: string;
  /** Capacity (cargo ou função) shown on the document. */
  readonly role: string;
  readonly state: 'REQUESTED' | 'SIGNED' | 'CANCELLED';
  readonly requestedAt: Date;
}

/** A signature that was given. `sha256` is of the content that was signed. */
export interface Signature {
  readonly signerId: string;
  readonly signerName: string;
  readonly role: string;
  readonly signedAt: Date;
  readonly sha256: string;
  readonly method: SignatureMethod;
  readonly level: SignatureLevel;
  readonly authorizationId: string;
}

/** Who may type a password for an act: a person outside the city hall, or a member of its staff. */
export type SignerKind = 'person' | 'staff';

/** What identity says after the password was typed: this person wants to sign this content. Serves once. */
export interface SignatureAuthorization {
  readonly id: string;
  readonly signerKind: SignerKind;
  readonly signerId: string;
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
  }
}
