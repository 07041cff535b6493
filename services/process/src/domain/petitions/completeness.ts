import type { DocumentType } from '../catalogue/document-type.ts';
import { processErrors } from '../errors.ts';
import type { Petition } from './petition.ts';
import type { PetitionType } from './petition-type.ts';

/** Refuses a petition that is not ready to be signed, naming everything that is missing (PT-10, PT-11; scenario 4). */
export function refuseIncomplete(missing: readonly string[]): void {
  if (missing.length > 0) throw processErrors.PETITION_INCOMPLETE({ missing: missing.join('; '), missingItems: missing });
}

/** What the petition still needs, in the words of the user; empty when it is ready. */
export function missingFrom(
  petition: Petition,
  type: PetitionType | null,
  documentTypes: readonly Pick<DocumentType, 'key' | 'name'>[],
): readonly string[] {
  const nameOf = (key: string): string => documentTypes.find((candidate) => candidate.key === key)?.name ?? key;
  const principal = petition.items.find(({ role }) => role === 'PRINCIPAL');
  const sent = new Set(petition.items.filter(({ role }) => role === 'ESSENTIAL').map(({ typeKey }) => typeKey));
  return [
    ...(petition.kind === 'NEW_PROCESS' && petition.specification.trim() === '' ? ['especificação'] : []),
    ...(petition.kind === 'NEW_PROCESS' && petition.unitId === null ? ['unidade de destino'] : []),
    ...(petition.kind === 'NEW_PROCESS' && principal === undefined ? [`documento principal (${nameOf(type?.principal.documentTypeKey ?? '')})`] : []),
    ...(type?.essentialTypeKeys ?? []).filter((key) => !sent.has(key)).map((key) => `documento essencial: ${nameOf(key)}`),
    ...(petition.items.length === 0 && petition.kind !== 'NEW_PROCESS' ? ['ao menos um documento'] : []),
  ];
}
