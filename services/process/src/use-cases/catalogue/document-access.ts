import type { DocumentType } from '../../domain/catalogue/document-type.ts';
import type { Access, AccessLevel } from '../../domain/processes/access-level.ts';
import type { Ports } from '../ports.ts';
import { accessByKey } from './access-by-key.ts';

/** The level of a new document (PT-04): forced by its type, else as chosen, else that of its process. */
export async function documentAccess(
  wanted: {
    type: DocumentType;
    process: Access & { readonly municipalityId: string };
    accessLevel?: AccessLevel | null | undefined;
    hypothesisKey?: string | null | undefined;
    /** The levels to choose from; all of them unless told. */
    choice?: readonly AccessLevel[];
  },
  ports: Pick<Ports, 'legalHypotheses'>,
): Promise<Access> {
  const { type, process, accessLevel, hypothesisKey = null, choice } = wanted;
  const { municipalityId, legalHypothesis } = process;
  if (type.forcedAccess !== null) {
    return accessByKey({ municipalityId, accessLevel: type.forcedAccess.accessLevel, hypothesisKey: type.forcedAccess.legalHypothesisKey }, ports);
  }
  if (accessLevel == null) return { accessLevel: process.accessLevel, legalHypothesis };
  return accessByKey({ municipalityId, accessLevel, hypothesisKey, ...(choice === undefined ? {} : { allowed: choice }) }, ports);
}
