import type { Principal } from '@guiche/kit/auth';
import { localDate } from '@guiche/kit/calendar';
import { parseCpf } from '@guiche/kit/registry-numbers';
import { responseReceived } from '../../domain/intimations/intimation-movements.ts';
import { filedDocuments, petitionedIn, petitionFiled, petitionGrant, receiptDocument } from '../../domain/petitions/filing.ts';
import { relatedSpecification } from '../../domain/petitions/destination.ts';
import { filed } from '../../domain/petitions/petition.ts';
import type { Petition, Receipt } from '../../domain/petitions/petition.ts';
import type { Plan } from '../../domain/petitions/plan.ts';
import { open } from '../../domain/processes/process.ts';
import type { Process } from '../../domain/processes/process.ts';
import type { Place } from '../../domain/processes/movement.ts';
import { documentFiled } from '../../domain/documents/document-movements.ts';
import { petitionReceived } from '../../domain/petitions/petition-movements.ts';
import { processRelated } from '../../domain/processes/process-movements.ts';
import { authorOf } from '../author-of.ts';
import { defineUseCase } from '../define.ts';
import { keepContents } from '../documents/keep-contents.ts';
import { answeredBy, keepResponse } from '../intimations/answerable-notice.ts';
import { refuseStale } from '../refuse-stale.ts';
import type { Ports } from '../ports.ts';
import { loadPetition } from './load-petition.ts';
import { planPetition } from './plan-petition.ts';
import { prepareFiling, refuseChanged } from './prepare-filing.ts';
import type { Filing } from './prepare-filing.ts';

export interface FilePetition {
  readonly petitionId: string;
  /** Identity's one-use authorization for the petition as it was previewed. */
  readonly authorization: string;
  readonly acceptTerm: boolean;
  /** In which capacity (cargo ou função). */
  readonly role: string;
  readonly expectedVersion?: number | null | undefined;
}

/**
 * Signs and files a petition, all of it or nothing (PT-06): process, documents, receipt, access, history and event in one
 * transaction. A petition is filed once for ever: asked again, it answers with the same receipt.
 */
export const filePetition = defineUseCase({
  name: 'filePetition',
  action: 'petition:file',
  load: ({ input }: { input: FilePetition; actor: Principal }, ports) => loadPetition(input, ports),

  async prepare({ input, resource: petition, now }, ports) {
    if (petition.state === 'FILED') return null;
    refuseStale(petition, input.expectedVersion);
    return prepareFiling(petition, input, now, ports);
  },

  async run({ resource: petition, prepared, actor, now, newId }, ports) {
    if (petition.state === 'FILED' || prepared === null) return { result: { petitionId: petition.id, filedBefore: true } };
    const { id: petitionId, municipalityId } = petition;
    // The instant of the act counts, however long it takes: the same as on the receipt (PT-02, IN-18).
    const answered = await answeredBy(petition, now, ports);
    const plan = await planPetition(petition, ports);
    refuseChanged({ petition, plan }, prepared, ports.sha256);

    const process = plan.process ?? openedBy(petition, plan, prepared, { at: now, newId });
    const { id: processId } = process;
    const { unit } = plan;
    const documents = filedDocuments(petition, prepared.papers, { processId, signature: prepared.signature, at: now, newId });
    const receiptPaper = receiptDocument(petition, { id: newId(), processId, at: now, ...prepared.receipt });
    const all = [...documents, receiptPaper];
    const before = await ports.placements.find(processId, unit.id);
    const arrival = petitionedIn(process, before, { unitId: unit.id, documents: all, at: now });
    const receipt = receiptOf({ process, receiptPaper, related: plan.related?.number ?? null, at: now, on: prepared.filedOn });
    const place = () => ({ id: newId(), processId, municipalityId, at: now, unitId: unit.id, by: authorOf(actor) });

    await ports.authorizations.consume(prepared.authorization, now);
    const entered = answered === null ? arrival.process : await keepResponse(answered, arrival.process, ports);
    if (plan.process === null) await ports.processes.insert({ ...entered, version: 1 });
    else await ports.processes.update({ ...entered, version: process.version + 1 });
    if (plan.related !== null) await relate(plan.related, process, { ...place(), at: now }, ports);
    await ports.placements.save(arrival.placement);
    await ports.documents.insertMany(all);
    await keepContents(documents, prepared.papers.map(({ item }) => item.content), ports);
    await ports.keepFiles(prepared.rendered);
    const received = answered === null ? petitionReceived(place(), receipt) : responseReceived(place(), receipt, answered.binding);
    await ports.movements.append([received, ...all.map((document) => documentFiled(place(), document))]);
    await ports.grants.insert(petitionGrant(petition, { id: newId(), processId, documents: all, at: now, on: localDate(now, prepared.timeZone) }));
    const after = filed(petition, receipt);
    await ports.petitions.save(after);
    return {
      result: { petitionId, filedBefore: false },
      events: [petitionFiled(after, receipt, { unitId: unit.id, process: entered })],
      audit: [
        {
          entity: { type: 'petition', id: petitionId },
          municipalityId,
          before: petition.state,
          after: { state: after.state, processId, receipt: receipt.number, authorizationId: prepared.authorization.id },
        },
      ],
    };
  },
});

/** The process of a petition for a new one, or of one that cannot enter the process it names (PT-11, PT-23). */
function openedBy(petition: Petition, { type, unit, related, copiedPartyIds }: Plan, { number, access }: Filing, { at, newId }: { at: Date; newId: () => string }): Process {
  if (type === null || number === null) throw new Error('A petition that opens a process has its type and number');
  const opened = open({
    id: newId(),
    municipalityId: petition.municipalityId,
    unitId: unit.id,
    number,
    type,
    specification: related === null ? petition.specification : relatedSpecification(related.number),
    access,
    at,
    subjects: type.subjects,
    interestedPartyIds: [...new Set([petition.personId, ...copiedPartyIds])],
  });
  const otherParties = petition.parties.map(({ name, document }) => ({ name, cpf: parseCpf(document) ?? null }));
  const credentialedStaffIds = access.accessLevel === 'SECRET' && related !== null ? related.credentialedStaffIds : [];
  return { ...opened, otherParties, credentialedStaffIds };
}

/** PT-23: both processes show that they belong together. */
async function relate(indicated: Process, opened: Process, place: Place, { relations, movements }: Ports): Promise<void> {
  await relations.add({ processIds: [indicated.id, opened.id], municipalityId: opened.municipalityId, at: place.at });
  await movements.append([processRelated({ ...place, processId: indicated.id }, opened)]);
}

function receiptOf(facts: {
  process: { id: string; number: string };
  receiptPaper: { id: string; number: string };
  related: string | null;
  at: Date;
  on: string;
}): Receipt {
  const { process, receiptPaper, related, at, on } = facts;
  return {
    number: receiptPaper.number,
    documentId: receiptPaper.id,
    processId: process.id,
    processNumber: process.number,
    relatedProcessNumber: related,
    filedAt: at,
    filedOn: on,
  };
}
