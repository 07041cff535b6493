import type { GraphClient } from '../graph/graph-client.ts';
import { authorizeSignature } from './documents.ts';
import * as documents from './vista-documents.ts';

/** What a grant would open to whom, as `previewAccessGrant` takes it. */
export interface GrantTerms {
  readonly processId: string;
  readonly unitId: string;
  readonly recipient: { readonly personId: string } | { readonly name: string; readonly email: string };
  readonly reason: string;
  readonly scope: 'INTEGRAL' | 'PARTIAL';
  readonly documentIds?: readonly string[];
  readonly validityDays: number;
}

export interface PreviewedGrant {
  readonly documentCount: number;
  readonly expiresOn: string;
  readonly scope: { readonly label: string };
  readonly sha256: string;
}

/** What the grant would open (AE-01), with the hash that the password is typed for. */
export async function previewGrant(clerk: GraphClient, terms: GrantTerms): Promise<PreviewedGrant> {
  const { data } = await clerk.ask<{ previewAccessGrant: PreviewedGrant }>(documents.previewAccessGrant, { input: terms });
  return data.previewAccessGrant;
}

/** The one-use authorization for exactly this grant, against the password of the member of the staff. */
export async function confirmGrant(clerk: GraphClient, terms: GrantTerms, sha256: string, password: string): Promise<string> {
  const { data } = await clerk.ask<{ authorizeSignature: { authorization: string } }>(authorizeSignature, {
    input: { documentId: terms.processId, sha256, password },
  });
  return data.authorizeSignature.authorization;
}
