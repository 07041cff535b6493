import type { Principal } from '@guiche/kit/auth';
import type { Author } from '../domain/documents/document.ts';

/** The actor as history names him. */
export function authorOf(actor: Principal): Author {
  switch (actor.kind) {
    case 'staff':
      return { kind: 'staff', id: actor.staffId };
    case 'person':
    case 'app-for-person':
    case 'representative':
      return { kind: 'person', id: actor.personId };
    case 'system':
      return { kind: 'system', id: actor.name };
    case 'app':
      return { kind: 'system', id: actor.appId };
    case 'anonymous':
      throw new Error('Nobody acts anonymously in a process');
  }
}
