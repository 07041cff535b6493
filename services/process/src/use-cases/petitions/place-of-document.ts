import { makeableAs } from '../../domain/catalogue/document-type.ts';
import type { DocumentMaking, DocumentType } from '../../domain/catalogue/document-type.ts';
import { processErrors } from '../../domain/errors.ts';
import type { Petition, PetitionRole } from '../../domain/petitions/petition.ts';
import type { PetitionType } from '../../domain/petitions/petition-type.ts';
import { refuseUnseen } from '../../domain/petitions/secrecy.ts';
import type { Access, AccessLevel } from '../../domain/processes/access-level.ts';
import type { Process } from '../../domain/processes/process.ts';
import { accessOfType } from '../catalogue/access-of-type.ts';
import { documentAccess } from '../catalogue/document-access.ts';
import type { Ports } from '../ports.ts';
import { indicatedProcess } from './indicated-process.ts';

/** What a document of a petition is to be, whether uploaded or written. */
export interface PetitionDocument {
  readonly role: PetitionRole;
  readonly typeKey: string;
  readonly accessLevel?: AccessLevel | null | undefined;
  readonly legalHypothesis?: string | null | undefined;
}

type Stores = Pick<Ports, 'petitionTypes' | 'documentTypes' | 'processTypes' | 'processes' | 'grants' | 'legalHypotheses'>;

/** PT-04: secrecy is for staff and types to decide, for it hides the whole process. */
const petitionerChoice = ['PUBLIC', 'RESTRICTED'] as const;

/** The type of a document and its level (PT-04); refuses what this petition does not take in this place (PT-10). */
export async function placeOfDocument(
  petition: Petition,
  wanted: PetitionDocument & { readonly making: DocumentMaking },
  ports: Stores,
): Promise<{ type: DocumentType; access: Access }> {
  const { municipalityId } = petition;
  const { role, typeKey, making } = wanted;
  const found = await ports.documentTypes.find(municipalityId, typeKey);
  const type = makeableAs(found?.inPetitions === true ? found : undefined, making, typeKey);
  const petitionType = petition.typeKey === null ? undefined : await ports.petitionTypes.find(municipalityId, petition.typeKey);
  if (!takes(petitionType, { role, typeKey, making })) throw processErrors.PETITION_DOCUMENT_TYPE_NOT_TAKEN();
  const process = petition.processId === null ? null : await indicatedProcess(petition, ports);
  const level = process === null ? await levelOfNew(petition, ports) : levelOf(process);
  const { accessLevel, legalHypothesis: hypothesisKey } = wanted;
  const access = await documentAccess({ type, process: level, accessLevel, hypothesisKey, choice: petitionerChoice }, ports);
  refuseUnseen({ process, related: null }, [access.accessLevel]);
  return { type, access };
}

/** An intercurrent petition is a list of documents; one for a new process has its sections. */
function takes(type: PetitionType | undefined, { role, typeKey, making }: { role: PetitionRole; typeKey: string; making: DocumentMaking }): boolean {
  if (type === undefined) return role === 'COMPLEMENTARY';
  switch (role) {
    case 'PRINCIPAL':
      return type.principal.documentTypeKey === typeKey && type.principal.making === making;
    case 'ESSENTIAL':
      return type.essentialTypeKeys.includes(typeKey);
    case 'COMPLEMENTARY':
      return type.complementaryTypeKeys.includes(typeKey);
  }
}

/** A document that chooses no level has that of the process: of the one named, or of the type that will be opened. */
function levelOf({ municipalityId, accessLevel, legalHypothesis }: Process): Access & { municipalityId: string } {
  return { municipalityId, accessLevel, legalHypothesis };
}

async function levelOfNew({ municipalityId, typeKey }: Petition, ports: Stores): Promise<Access & { municipalityId: string }> {
  const type = await ports.processTypes.find(municipalityId, typeKey ?? '');
  if (type === undefined) throw processErrors.PETITION_TYPE_UNKNOWN({ typeKey: typeKey ?? '' });
  return { municipalityId, ...(await accessOfType(type, ports)) };
}
