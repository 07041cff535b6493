import type { SignatureLevels } from '../../domain/signatures/level.ts';
import type { SignatureAuthorization } from '../../domain/signatures/signature.ts';

/** What signing needs besides documents. */
export interface SignaturePorts {
  readonly signatureLevels: {
    find(municipalityId: string): Promise<SignatureLevels | undefined>;
    /** Inserts version 1, replaces the version before; throws `STALE_VERSION` when somebody was faster. */
    save(levels: SignatureLevels): Promise<void>;
  };
  readonly icpBrasil: IcpBrasil;
}

/** Signatures by certificate. */
export interface IcpBrasil {
  /** Reads what a certificate signed, in the same words as the system's own signature. Throws `SIGNATURE_METHOD_NOT_AVAILABLE`. */
  verify(proof: string): Promise<SignatureAuthorization>;
}
