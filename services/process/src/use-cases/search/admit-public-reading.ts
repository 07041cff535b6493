import { principalKey } from '@guiche/kit/auth';
import type { Principal } from '@guiche/kit/auth';
import { platformErrors } from '@guiche/kit/errors';
import { processErrors } from '../../domain/errors.ts';
import type { SearchPorts } from './ports.ts';

/**
 * Counts one reading of what is public. Strangers bring a solved puzzle, the known are counted by who they are; an app
 * with the scope for bulk reading is bounded by its own limits at the gateway.
 */
export async function admitPublicReading(
  { actor, proof, now }: { actor: Principal; proof: string | null | undefined; now: Date },
  { publicSearch }: Pick<SearchPorts, 'publicSearch'>,
): Promise<void> {
  switch (actor.kind) {
    case 'anonymous':
      if (proof == null) throw processErrors.PUBLIC_SEARCH_PROOF_REQUIRED();
      return publicSearch.useProof(proof, now);
    case 'app':
    case 'system':
      return;
    case 'person':
    case 'representative':
    case 'staff':
    case 'app-for-person': {
      const retryAfterSeconds = await publicSearch.countReader(principalKey(actor), now);
      if (retryAfterSeconds > 0) throw platformErrors.TOO_MANY_REQUESTS({ retryAfterSeconds });
    }
  }
}
