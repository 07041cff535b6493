import type { Principal } from '@guiche/kit/auth';

/** The person who asks; nobody for all others, whom permissions.ts refuses. */
export function personIdOf(actor: Principal): string {
  return actor.kind === 'person' || actor.kind === 'app-for-person' ? actor.personId : '';
}
