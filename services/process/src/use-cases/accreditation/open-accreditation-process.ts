import { localDate } from '@guiche/kit/calendar';
import { isAppError } from '@guiche/kit/errors';
import { personalDataAccess } from '../../domain/processes/access-level.ts';
import { draftForSignature, fileSubmitted } from '../../domain/documents/document.ts';
import type { DocumentFile } from '../../domain/documents/document.ts';
import { failedWith, isDue, openedWith } from '../../domain/accreditation/dossier.ts';
import type { Dossier, DueDossier } from '../../domain/accreditation/dossier.ts';
import { prepareSignatureGrant } from '../../domain/access/grant.ts';
import { documentFiled } from '../../domain/documents/document-movements.ts';
import { processOpened } from '../../domain/processes/process-movements.ts';
import type { ProcessType } from '../../domain/catalogue/process-type.ts';
import { processErrors } from '../../domain/errors.ts';
import type { ProcessNumber } from '../../domain/numbers/number-mask.ts';
import { documentNumber, documentSequenceName } from '../../domain/numbers/numbering.ts';
import { generatedIn } from '../../domain/processes/placement.ts';
import { accreditationTypeKey } from '../../domain/catalogue/process-type.ts';
import { open } from '../../domain/processes/process.ts';
import { composeTerm, termName } from '../../domain/accreditation/term.ts';
import { defineUseCase } from '../define.ts';
import type { Ports } from '../ports.ts';
import { knownMunicipality, takeProcessNumber } from '../numbers/take-process-number.ts';

/** One file of the process to be, with the number its document gets. */
interface Paper {
  readonly sequence: number;
  readonly label: string;
  readonly file: DocumentFile;
}

interface Material {
  readonly type: ProcessType;
  readonly number: ProcessNumber;
  readonly signerName: string;
  readonly submitted: readonly Paper[];
  readonly term: Paper;
}

type Prepared =
  | ({ readonly outcome: 'ready' } & Material)
  | { readonly outcome: 'impossible'; readonly code: string; readonly detail: string }
  | { readonly outcome: 'overtaken' };

/**
 * Opens the process of an approved accreditation (ID-06; step 3 of the saga): fetches and verifies what was submitted,
 * produces the Term, and then, in one transaction, process, documents, request for signature, hidden access and
 * event. What can pass is tried again by the job; what cannot ends the dossier, and the clerk is told.
 */
export const openAccreditationProcess = defineUseCase({
  name: 'openAccreditationProcess',
  action: 'dossier:open-process',
  load: () => null,

  async prepare({ input, now }: { input: { ticketId: string; round: number }; now: Date }, ports): Promise<Prepared> {
    const dossier = await ports.dossiers.find(input.ticketId);
    if (!isDue(dossier, input.round)) return { outcome: 'overtaken' };
    try {
      return { outcome: 'ready', ...(await gatherMaterial(dossier, now, ports)) };
    } catch (error) {
      if (!isAppError(error) || error.kind === 'unavailable') throw error;
      return { outcome: 'impossible', code: error.code, detail: error.wording.pt };
    }
  },

  async run({ input, prepared, now, newId }, ports) {
    const dossier = await ports.dossiers.find(input.ticketId);
    if (prepared.outcome === 'overtaken' || !isDue(dossier, input.round)) return { result: null };
    if (prepared.outcome === 'impossible') {
      const failed = failedWith(dossier, prepared, now);
      await ports.dossiers.save(failed.dossier);
      return { result: null, events: [failed.event], audit: [auditOf(dossier, failed.dossier)] };
    }
    return openWith(dossier, prepared, { now, newId }, ports);
  },
});

async function gatherMaterial(dossier: DueDossier, now: Date, ports: Ports): Promise<Material> {
  const { approval, release, municipalityId } = dossier;
  const municipality = await knownMunicipality(municipalityId, ports);
  const type = await ports.processTypes.find(municipalityId, accreditationTypeKey);
  if (type === undefined) throw processErrors.MUNICIPALITY_NOT_KNOWN_YET();
  const [sheet, ...files] = await Promise.all([
    ports.sourceFiles.sheet(release.sheet),
    ...approval.files.map((file) => ports.sourceFiles.submitted(file)),
  ]);

  const number = await takeProcessNumber({ municipality, unitId: approval.unitId, at: now }, ports);
  const submitted: Paper[] = [];
  for (const [index, file] of files.entries()) {
    const label = approval.files[index]?.label ?? file.fileName;
    submitted.push({ sequence: await ports.sequences.next(documentSequenceName(municipalityId)), label, file });
  }

  const sequence = await ports.sequences.next(documentSequenceName(municipalityId));
  const term = composeTerm({
    municipality,
    letterhead: await ports.letterheads.find(municipalityId),
    unit: await ports.units.find(approval.unitId),
    sheet,
    day: localDate(now, municipality.timeZone),
  });
  const file = await ports.renditions.term(term, { processNumber: number.text, documentNumber: documentNumber(sequence) });
  return { type, number, signerName: sheet.fullName, submitted, term: { sequence, label: termName, file } };
}

async function openWith(
  dossier: DueDossier,
  { type, number, signerName, submitted, term }: Material,
  { now, newId }: { now: Date; newId: () => string },
  ports: Ports,
) {
  const { ticketId, municipalityId, personId, approval } = dossier;
  const process = open({
    id: newId(),
    municipalityId,
    unitId: approval.unitId,
    number,
    type,
    specification: termName,
    access: personalDataAccess,
    at: now,
    ticketId,
  });
  const common = { processId: process.id, municipalityId, access: personalDataAccess, at: now, ticketId };
  const person = { kind: 'person', id: personId } as const;
  const documents = submitted.map(({ sequence, label, file }) =>
    fileSubmitted({ ...common, id: newId(), sequence, type: label, title: label, file, by: person, submittedBy: personId }),
  );
  const termDocument = draftForSignature({
    ...common,
    id: newId(),
    sequence: term.sequence,
    type: termName,
    title: termName,
    file: term.file,
    by: { kind: 'system', id: 'accreditation-saga' },
    unitId: approval.unitId,
    signer: { id: personId, name: signerName, role: 'Usuário Externo' },
  });
  const place = () => ({ id: newId(), processId: process.id, municipalityId, at: now, unitId: approval.unitId, by: null });
  const { id: documentId, processId } = termDocument;
  const grant = prepareSignatureGrant({ id: newId(), municipalityId, personId, processId, documentId, label: termName, createdAt: now });
  const opened = openedWith(dossier, process, { id: documentId, sha256: termDocument.file.sha256 }, now);

  await ports.processes.insert(process);
  await ports.placements.save(generatedIn({ process, unitId: approval.unitId, at: now }));
  await ports.documents.insertMany([...documents, termDocument]);
  await ports.keepFiles([...documents, termDocument].map(({ file }) => file));
  await ports.movements.append([
    processOpened(place(), type.name),
    ...[...documents, termDocument].map((document) => documentFiled(place(), document)),
  ]);
  await ports.grants.insert(grant);
  await ports.dossiers.save(opened.dossier);
  return { result: null, events: [opened.event], audit: [auditOf(dossier, opened.dossier)] };
}

function auditOf(before: Dossier, after: Dossier) {
  return {
    entity: { type: 'dossier', id: after.ticketId },
    municipalityId: after.municipalityId,
    before: before.state,
    after: { state: after.state, processId: after.processId },
  };
}
