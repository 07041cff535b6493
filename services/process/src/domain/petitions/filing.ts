import { grantOfSubmission } from '../access/grant-to-person.ts';
import type { Grant } from '../access/grant.ts';
import { processErrors } from '../errors.ts';
import { fileIncluded } from '../documents/document.ts';
import type { Author, Document, DocumentFile } from '../documents/document.ts';
import type { PetitionFiled } from './events.ts';
import type { Access } from '../processes/access-level.ts';
import { arrivedIn } from '../processes/placement.ts';
import type { Placement } from '../processes/placement.ts';
import { coveringLevel, openedIn, stricter } from '../processes/process.ts';
import type { Process } from '../processes/process.ts';
import { signedAsSent } from '../signatures/given-signature.ts';
import type { GivenSignature } from '../signatures/given-signature.ts';
import type { Petition, PetitionItem, Receipt } from './petition.ts';

/** Name of the receipt as a type of document (PT-02). */
export const receiptName = 'Recibo Eletrônico de Protocolo';

/** A document of a petition as it will stand in the process. */
export interface FiledPaper {
  readonly item: PetitionItem;
  readonly sequence: number;
  readonly file: DocumentFile;
}

/** The name in the tree: the type and what was added to it. */
export function titleOf({ typeName, complement }: Pick<PetitionItem, 'typeName' | 'complement'>): string {
  return complement === '' ? typeName : `${typeName} ${complement}`;
}

/** The documents of a petition in its process, each signed by the petitioner (SG-04), who always reads them (AE-05). */
export function filedDocuments(
  petition: Petition,
  papers: readonly FiledPaper[],
  { processId, signature, at, newId }: { processId: string; signature: GivenSignature; at: Date; newId: () => string },
): Document[] {
  const { municipalityId, personId, id: petitionId } = petition;
  const by: Author = { kind: 'person', id: personId };
  return papers.map(({ item, sequence, file }) => {
    const document = fileIncluded({
      id: newId(),
      processId,
      municipalityId,
      sequence,
      typeKey: item.typeKey,
      type: item.typeName,
      title: titleOf(item),
      access: { accessLevel: item.accessLevel, legalHypothesis: item.legalHypothesis },
      file,
      at,
      by,
      petitionId,
      submittedBy: personId,
      conference: item.conference,
    });
    return signedAsSent(document, signature);
  });
}

/** A receipt names all documents of the petition: it is as restricted as the most restricted of them (PT-04). */
export function receiptAccess(level: Access, items: readonly Access[]): Access {
  return items.reduce((so, { accessLevel, legalHypothesis }) => {
    return stricter(so.accessLevel, accessLevel) === so.accessLevel ? so : { accessLevel, legalHypothesis };
  }, level);
}

/** The receipt as a document of the process: made by the system, read by the petitioner. */
export function receiptDocument(
  petition: Petition,
  facts: { id: string; processId: string; sequence: number; file: DocumentFile; access: Pick<Document, 'accessLevel' | 'legalHypothesis'>; at: Date },
): Document {
  const { municipalityId, personId, id: petitionId } = petition;
  const by: Author = { kind: 'system', id: 'petitions' };
  const common = { ...facts, municipalityId, type: receiptName, title: receiptName, by, petitionId, submittedBy: personId, conference: null };
  return { ...fileIncluded(common), state: 'AUTHENTICATED' };
}

/** The process once the petition is in it: open and unseen in the unit, with the assignee it had (PT-05). */
export function petitionedIn(
  process: Process,
  before: Placement | undefined,
  { unitId, documents, at }: { unitId: string; documents: readonly Document[]; at: Date },
): { process: Process; placement: Placement } {
  const covered = documents.reduce<Process>((so, { accessLevel }) => coveringLevel(so, accessLevel), openedIn(process, unitId));
  // Nobody of the staff would ever see it.
  if (covered.globalLevel === 'SECRET' && covered.credentialedStaffIds.length === 0) throw processErrors.PETITION_WOULD_BE_UNSEEN();
  return {
    process: covered,
    placement: arrivedIn(before, { process, unitId, at }, { petitioned: true }),
  };
}

/** The petitioner reads what he sent and the receipt. */
export function petitionGrant(
  { municipalityId, personId }: Petition,
  { id, processId, documents, at, on }: { id: string; processId: string; documents: readonly Document[]; at: Date; on: string },
): Grant {
  return grantOfSubmission({ id, municipalityId, processId, personId, documentIds: documents.map((document) => document.id), label: receiptName }, { at, on });
}

/** Told to the unit and to the petitioner (PT-05). */
export function petitionFiled(petition: Petition, receipt: Receipt, { unitId, process }: { unitId: string; process: Pick<Process, 'globalLevel'> }): PetitionFiled {
  const { processId, processNumber, number, documentId, filedAt } = receipt;
  const { id: petitionId, municipalityId, personId, kind, response } = petition;
  const answers = response === null ? {} : { noticeId: response.noticeId, responseTypeId: response.responseTypeId };
  return {
    type: 'PetitionFiled',
    aggregate: { type: 'petition', id: petitionId },
    tenantId: municipalityId,
    data: { petitionId, municipalityId, personId, kind, processId, processNumber, unitId, receiptNumber: number, receiptDocumentId: documentId, filedAt, secret: process.globalLevel === 'SECRET', ...answers },
  };
}
