import type { ProcessType } from '../../domain/catalogue/process-type.ts';
import { processErrors } from '../../domain/errors.ts';
import { announcementOf, destinationOf, reasonOf, relatedType, unitFor } from '../../domain/petitions/destination.ts';
import type { Destination } from '../../domain/petitions/destination.ts';
import type { Petition } from '../../domain/petitions/petition.ts';
import type { Plan } from '../../domain/petitions/plan.ts';
import { partiesKnownTo } from '../../domain/processes/parties.ts';
import type { Process } from '../../domain/processes/process.ts';
import type { Ports } from '../ports.ts';
import { indicatedProcess, isKnownTo } from './indicated-process.ts';
import { placesOf } from './places-of.ts';

type Stores = Pick<Ports, 'processes' | 'grants' | 'placements' | 'units' | 'processTypes' | 'petitionRules' | 'bindings'>;

/** What filing this petition would do now (PT-21 to PT-23). Asked before, and again in the transaction that files. */
export async function planPetition(petition: Petition, ports: Stores): Promise<Plan> {
  switch (petition.kind) {
    case 'NEW_PROCESS':
      return planNewProcess(petition, ports);
    case 'INTERCURRENT':
      return planIntercurrent(petition, ports);
    case 'RESPONSE':
      return planResponse(petition, ports);
  }
}

/** PT-24: into the process of the intimation, in the unit that issued it; where that takes nothing any more, PT-22. */
async function planResponse({ processId, response }: Petition, ports: Stores): Promise<Plan> {
  const [process] = processId === null ? [] : await ports.processes.findMany([processId]);
  const [binding] = response === null ? [] : await ports.bindings.findMany([response.intimationId]);
  if (process === undefined || process.state === 'CANCELLED' || binding === undefined) throw processErrors.PROCESS_NOT_FOUND();
  const issuing = await ports.units.find(binding.unitId);
  const unit = issuing?.active === true ? issuing : unitFor(await placesOf(process, ports)).unit;
  const announcement = `Em Resposta à Intimação ${binding.number}, direto no processo ${process.number}. Unidade: ${unit.acronym}.`;
  return { process, related: null, copiedPartyIds: [], unit, type: null, rule: 'RESPONSE', announcement };
}

async function planNewProcess({ municipalityId, typeKey, unitId }: Petition, ports: Stores): Promise<Plan> {
  const type = await ports.processTypes.find(municipalityId, typeKey ?? '');
  if (type?.active !== true) throw processErrors.PETITION_TYPE_UNKNOWN({ typeKey: typeKey ?? '' });
  const unit = unitId === null ? undefined : await ports.units.find(unitId);
  if (unit?.active !== true) throw processErrors.PETITION_UNIT_UNKNOWN();
  return { process: null, related: null, copiedPartyIds: [], unit, type, rule: null, announcement: `Em Processo Novo na unidade ${unit.acronym}` };
}

async function planIntercurrent(petition: Petition, ports: Stores): Promise<Plan> {
  const indicated = await indicatedProcess(petition, ports);
  const { municipalityId, personId } = petition;
  const own = await ports.processTypes.find(municipalityId, indicated.typeKey);
  const { destination, target } = await destinationFor(petition, indicated, own, ports);
  const { unit } = unitFor(await placesOf(target, ports));
  const { rule } = destination;
  const announced = announcementOf(destination, { indicated: indicated.number, annexing: rule === 'ANNEXED' ? target.number : null });
  const announcement = `${announced}. ${reasonOf(rule)} Unidade: ${unit.acronym}.`;
  if (destination.kind === 'IN_PROCESS') return { process: target, related: null, copiedPartyIds: [], unit, type: null, rule, announcement };

  const { relatedTypeKey } = await ports.petitionRules.find(municipalityId);
  const fallback = relatedTypeKey === null ? undefined : await ports.processTypes.find(municipalityId, relatedTypeKey);
  const copiedPartyIds = partiesKnownTo({ kind: 'person', personId }, { ...indicated, grants: await ports.grants.inForce(personId, [indicated.id]) });
  return { process: null, related: indicated, copiedPartyIds, unit, type: relatedType(own, fallback, unit.id), rule, announcement };
}

/** PT-21; an annexing process that the petitioner must not know of is not named, nor entered. */
async function destinationFor(
  petition: Petition,
  indicated: Process,
  own: ProcessType | undefined,
  ports: Stores,
): Promise<{ destination: Destination; target: Process }> {
  const destination = destinationOf(indicated, own);
  if (destination.kind === 'RELATED_PROCESS' || destination.processId === indicated.id) return { destination, target: indicated };
  const [annexing] = await ports.processes.findMany([destination.processId]);
  if (annexing !== undefined && (await isKnownTo(petition, annexing, ports))) return { destination, target: annexing };
  return { destination: { kind: 'RELATED_PROCESS', rule: 'NO_CRITERION' }, target: indicated };
}

