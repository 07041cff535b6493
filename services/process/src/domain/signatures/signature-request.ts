import type { SignatureLevel, SignatureMethod, Signer, SignerKind } from './signature.ts';

/** Section 2 of domain.md, "Signature request". */
export type SignatureRequestState = 'REQUESTED' | 'VIEWED' | 'SIGNED' | 'REFUSED' | 'EXPIRED' | 'CANCELLED' | 'INVALIDATED';

/** Somebody is asked to sign a document: once per signer and document, unless the last time came to nothing (SG-05). */
export interface SignatureRequest {
  readonly id: string;
  readonly signerKind: SignerKind;
  readonly signerId: string;
  /** Where it was known when the document was made; the signature has the name that identity gives then. */
  readonly signerName: string | null;
  /** Capacity (cargo ou função) that the signer is asked in; null leaves it to the signer. */
  readonly role: string | null;
  readonly state: SignatureRequestState;
  readonly requestedAt: Date;
  /** Null when the system asked. */
  readonly requestedBy: { readonly staffId: string; readonly unitId: string } | null;
  /** The least that the unit asks for; the city may ask for more (SG-01). */
  readonly minimumLevel: SignatureLevel;
  /** How it may be signed (SG-02). */
  readonly methods: readonly SignatureMethod[];
  /** Last day to sign on the municipality's calendar, and the first instant after it; null for no end. */
  readonly dueOn: string | null;
  readonly expiresAt: Date | null;
  readonly viewedAt: Date | null;
  readonly endedAt: Date | null;
  /** Why it ended without a signature, in the words of whoever ended it. */
  readonly reason: string | null;
}

/** What only some requests have. */
type Rest = 'signerName' | 'role' | 'requestedBy' | 'minimumLevel' | 'methods' | 'dueOn' | 'expiresAt';

/** A request as it begins. */
export function newRequest(facts: { id: string; signer: Signer; at: Date } & Partial<Pick<SignatureRequest, Rest>>): SignatureRequest {
  const { id, signer, at, ...rest } = facts;
  return {
    id,
    signerKind: signer.kind,
    signerId: signer.id,
    signerName: null,
    role: null,
    state: 'REQUESTED',
    requestedAt: at,
    requestedBy: null,
    minimumLevel: 'SIMPLE',
    methods: ['SYSTEM_PASSWORD'],
    dueOn: null,
    expiresAt: null,
    viewedAt: null,
    endedAt: null,
    reason: null,
    ...rest,
  };
}

/** Whether it still waits for its signer. The job that ends it may come late: what counts is the instant. */
export function isOpen({ state, expiresAt }: SignatureRequest, at: Date): boolean {
  return (state === 'REQUESTED' || state === 'VIEWED') && (expiresAt === null || at < expiresAt);
}

/** The requests with one of them changed. */
export function changed(requests: readonly SignatureRequest[], after: SignatureRequest): readonly SignatureRequest[] {
  return requests.map((request) => (request.id === after.id ? after : request));
}

/** What people read for a state. */
export function requestStateLabel(state: SignatureRequestState): string {
  switch (state) {
    case 'REQUESTED':
      return 'Solicitada';
    case 'VIEWED':
      return 'Visualizada';
    case 'SIGNED':
      return 'Assinada';
    case 'REFUSED':
      return 'Recusada';
    case 'EXPIRED':
      return 'Expirada';
    case 'CANCELLED':
      return 'Cancelada';
    case 'INVALIDATED':
      return 'Invalidada: o documento mudou';
  }
}
