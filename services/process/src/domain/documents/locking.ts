import type { DocumentState } from './document.ts';

/** What another unit relies on once it has received the process (section 2 of domain.md): never a draft. */
export const lockable: readonly DocumentState[] = ['SIGNED', 'SUBMITTED', 'AUTHENTICATED'];
