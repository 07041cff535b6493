import type { Principal } from '@guiche/kit/auth';
import type { Signer } from '../../domain/signatures/signature.ts';

/** The actor as somebody who may be asked to sign; null for whom nobody asks. */
export function actingSigner(actor: Principal): Signer | null {
  switch (actor.kind) {
    case 'person':
    case 'app-for-person':
      return { kind: 'person', id: actor.personId };
    case 'staff':
      return { kind: 'staff', id: actor.staffId };
    case 'anonymous':
    case 'representative':
    case 'app':
    case 'system':
      return null;
  }
}

/** The actor of an act that permissions.ts lets persons and staff alone do. */
export function signerOf(actor: Principal): Signer {
  const signer = actingSigner(actor);
  if (signer === null) throw new Error(`A ${actor.kind} does not sign`);
  return signer;
}
