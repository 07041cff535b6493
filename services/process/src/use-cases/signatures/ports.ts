import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { SignatureLevels } from '../../domain/signatures/level.ts';
import type { SignatureAuthorization, Signer } from '../../domain/signatures/signature.ts';
import type { SigningBlock } from '../../domain/signatures/signing-block.ts';

/** What signing needs besides documents. */
export interface SignaturePorts {
  readonly signatureLevels: {
    find(municipalityId: string): Promise<SignatureLevels | undefined>;
    /** Inserts version 1, replaces the version before; throws `STALE_VERSION` when somebody was faster. */
    save(levels: SignatureLevels): Promise<void>;
  };
  readonly icpBrasil: IcpBrasil;
  readonly documentShares: DocumentShareRepository;
  readonly externalUsers: ExternalUsers;
  readonly signingBlocks: SigningBlockRepository;
}

/** Signatures by certificate. */
export interface IcpBrasil {
  /** Reads what a certificate signed, in the same words as the system's own signature. Throws `SIGNATURE_METHOD_NOT_AVAILABLE`. */
  verify(proof: string): Promise<SignatureAuthorization>;
}

/** Documents shared for signature with staff who would not read them otherwise: of other units, or drafts. */
export interface DocumentShare {
  readonly municipalityId: string;
  readonly processId: string;
  readonly documentId: string;
  /** Made by `shareHolder`. */
  readonly holder: string;
  /** Made of the request or block it follows from; it ends with it. */
  readonly source: string;
}

export interface DocumentShareRepository {
  /** Adding one again changes nothing. */
  add(shares: readonly DocumentShare[]): Promise<void>;
  /** Ends those of one source: all, or of some documents or holders. */
  remove(source: string, only?: { documentIds?: readonly string[]; holders?: readonly string[] }): Promise<void>;
  /** Those of any of the holders on these processes. */
  ofHolders(holders: readonly string[], processIds: readonly string[]): Promise<readonly Pick<DocumentShare, 'processId' | 'documentId'>[]>;
}

/** Persons released as external users, from identity's events (SG-05). */
export interface ExternalUsers {
  isReleased(municipalityId: string, personId: string): Promise<boolean>;
  note(municipalityId: string, personId: string, released: boolean): Promise<void>;
}

/** What waits for one signer's hand. */
export interface AskedPage {
  readonly signer: Signer;
  readonly municipalityId?: string;
  readonly openOnly: boolean;
}

export interface SigningBlockRepository {
  find(id: string): Promise<SigningBlock | undefined>;
  /** Inserts version 1, replaces the version before; throws `STALE_VERSION` when somebody was faster. */
  save(block: SigningBlock): Promise<void>;
  /** Newest first: of one unit, or offered to it. */
  page(filter: { readonly unitId: string } | { readonly offeredTo: string }, page: PageRequest): Promise<Page<SigningBlock>>;
}

export interface Authorizations {
  /** Reads a signed authorization, expired ones included. Throws `SIGNATURE_AUTHORIZATION_INVALID`. */
  verify(token: string): Promise<SignatureAuthorization>;
  isUsed(authorizationId: string): Promise<boolean>;
  /** Throws `SIGNATURE_AUTHORIZATION_USED` when it was used. */
  consume(authorization: SignatureAuthorization, at: Date): Promise<void>;
}

/** Counts tried verification codes by address, outside transactions. */
export interface VerificationAttempts {
  /** Counts one as failed until `succeeded` is called; answers the seconds to wait, 0 to go on. */
  begin(address: string, now: Date): Promise<number>;
  succeeded(address: string, now: Date): Promise<void>;
}
