import { processErrors } from '../errors.ts';
import type { PetitionRole } from './petition.ts';

/** What a municipality takes as one file of a petition (PT-03). */
export interface FileLimits {
  /** In bytes; never above 20 MB. */
  readonly limitBytes: number;
  /** Endings of the names that are taken, lower-case, without the dot. */
  readonly extensions: readonly string[];
}

/** What a municipality says of all petitions. */
export interface PetitionRules {
  readonly municipalityId: string;
  readonly principal: FileLimits;
  /** Of essential and complementary documents. */
  readonly other: FileLimits;
  /** Intercorrente Padrão: the type of the related process when the petition cannot enter the one it names; null hides intercurrent petitions (PT-23, PT-26). */
  readonly relatedTypeKey: string | null;
}

const megabyte = 1024 * 1024;

/** Every ending that any file can have: what is sent is told by its content, and nothing else is taken in. */
export const takenExtensions: readonly string[] = ['pdf', 'jpg', 'jpeg', 'png'];

/** The rules of a municipality that has set none. */
export function startingPetitionRules(municipalityId: string): PetitionRules {
  const limits: FileLimits = { limitBytes: 20 * megabyte, extensions: takenExtensions };
  return { municipalityId, principal: limits, other: limits, relatedTypeKey: 'general-request' };
}

/** Limits that can be kept, with endings written in one way; refuses others. */
export function fileLimits({ limitBytes, extensions }: FileLimits): FileLimits {
  if (limitBytes < megabyte || limitBytes > 20 * megabyte) throw processErrors.PETITION_LIMIT_INVALID();
  const named = [...new Set(extensions.map((extension) => extension.trim().toLowerCase().replace(/^\./, '')))];
  if (named.length === 0 || named.some((extension) => !takenExtensions.includes(extension))) {
    throw processErrors.PETITION_EXTENSION_INVALID({ taken: takenExtensions.join(', ') });
  }
  return { limitBytes, extensions: named };
}

/** Refuses a file that the municipality does not take in this place: too large, or with another ending (PT-03). */
export function refuseFile(rules: PetitionRules, role: PetitionRole, { fileName, size }: { fileName: string; size: number }): void {
  const { limitBytes, extensions } = role === 'PRINCIPAL' ? rules.principal : rules.other;
  const extension = /\.([^.]*)$/.exec(fileName)?.[1]?.toLowerCase();
  if (extension === undefined || !extensions.includes(extension)) throw processErrors.PETITION_FILE_EXTENSION({ taken: extensions.join(', ') });
  if (size > limitBytes) throw processErrors.PETITION_FILE_TOO_LARGE({ limit: limitBytes });
}
