import type { Fact } from '../fact.ts';

/** What all facts about a signature request tell. */
export interface OfRequest {
  readonly requestId: string;
  readonly documentId: string;
  readonly documentNumber: string;
  readonly processId: string;
  readonly processNumber: string;
  readonly municipalityId: string;
  /** Unit that asks; empty when the system does. */
  readonly unitId: string;
  /** Either of both, the other one is empty. */
  readonly personId: string;
  readonly staffMemberId: string;
}

/** `dueOn` is empty without a last day. */
export type SignatureRequested = Fact<'SignatureRequested', 'signature', OfRequest & { readonly dueOn: string }>;
export type SignatureReminderDue = Fact<'SignatureReminderDue', 'signature', OfRequest & { readonly dueOn: string }>;
export type SignatureRequestExpired = Fact<'SignatureRequestExpired', 'signature', OfRequest & { readonly dueOn: string }>;
export type SignatureRefused = Fact<'SignatureRefused', 'signature', OfRequest & { readonly reason: string }>;

export type SignatureEvent = SignatureRequested | SignatureReminderDue | SignatureRequestExpired | SignatureRefused;
