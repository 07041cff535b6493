import type { DocumentType } from '../catalogue/document-type.ts';
import type { ProcessType } from '../catalogue/process-type.ts';
import { processErrors } from '../errors.ts';
import type { AccessLevel } from '../processes/access-level.ts';
import type { Petition } from './petition.ts';
import type { Plan } from './plan.ts';

/** Refuses a type of process that petitions are to open, if it starts secret: nobody would have a credential for it. */
export function refuseSecretProcessType({ key, accessLevels }: Pick<ProcessType, 'key' | 'accessLevels'>): void {
  if (accessLevels[0] === 'SECRET') throw processErrors.PETITION_TYPE_SECRET({ typeKey: key });
}

/** The same for a type of document, which would make the whole process secret. */
export function refuseSecretDocumentType({ key, forcedAccess }: Pick<DocumentType, 'key' | 'forcedAccess'>): void {
  if (forcedAccess?.accessLevel === 'SECRET') throw processErrors.PETITION_TYPE_SECRET({ typeKey: key });
}

/**
 * Refuses a petition that nobody of the staff would ever see: it, or a document of it, would be secret in a process for
 * which nobody has a credential. Said as soon as it is known, not when everything is ready to be signed.
 */
export function refuseUnseen({ process, related }: Pick<Plan, 'process' | 'related'>, levels: readonly AccessLevel[]): void {
  const credentials = process?.credentialedStaffIds ?? related?.credentialedStaffIds ?? [];
  if (levels.includes('SECRET') && credentials.length === 0) throw processErrors.PETITION_WOULD_BE_UNSEEN();
}

/** The levels of a petition's documents. */
export function levelsOf({ items }: Pick<Petition, 'items'>): AccessLevel[] {
  return items.map(({ accessLevel }) => accessLevel);
}
