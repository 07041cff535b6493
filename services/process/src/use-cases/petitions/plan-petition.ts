import { processErrors } from '../../domain/errors.ts';
import { announcementOf, destinationOf, reasonOf, relatedType, unitFor } from '../../domain/petitions/destination.ts';
import type { Petition } from '../../domain/petitions/petition.ts';
import type { Plan } from '../../domain/petitions/plan.ts';
import type { Process } from '../../domain/processes/process.ts';
import type { Ports } from '../ports.ts';

type Stores = Pick<Ports, 'processes' | 'placements' | 'units' | 'processTypes' | 'petitionRules'>;

/** What filing this petition would do now (PT-21 to PT-23). Asked before, and again in the transaction that files. */
export async function planPetition(petition: Petition, ports: Stores): Promise<Plan> {
  return petition.kind === 'NEW_PROCESS' ? planNewProcess(petition, ports) : planIntercurrent(petition, ports);
}

async function planNewProcess({ municipalityId, typeKey, unitId }: Petition, ports: Stores): Promise<Plan> {
  const type = await ports.processTypes.find(municipalityId, typeKey ?? '');
  if (type?.active !== true) throw processErrors.PETITION_TYPE_UNKNOWN({ typeKey: typeKey ?? '' });
  const unit = unitId === null ? undefined : await ports.units.find(unitId);
  if (unit?.active !== true) throw processErrors.PETITION_UNIT_UNKNOWN();
  return { process: null, related: null, unit, type, rule: null, announcement: `Em Processo Novo na unidade ${unit.acronym}` };
}

async function planIntercurrent(petition: Petition, ports: Stores): Promise<Plan> {
  const indicated = await processOf(petition.processId, ports);
  const { municipalityId } = petition;
  const own = await ports.processTypes.find(municipalityId, indicated.typeKey);
  const destination = destinationOf(indicated, own);
  const target = destination.kind === 'IN_PROCESS' ? await processOf(destination.processId, ports) : indicated;
  const { unit } = unitFor(await placesOf(target, ports));
  const { rule } = destination;
  const announced = announcementOf(destination, { indicated: indicated.number, annexing: rule === 'ANNEXED' ? target.number : null });
  const announcement = `${announced}. ${reasonOf(rule)} Unidade: ${unit.acronym}.`;
  if (destination.kind === 'IN_PROCESS') return { process: target, related: null, unit, type: null, rule, announcement };

  const { relatedTypeKey } = await ports.petitionRules.find(municipalityId);
  const fallback = relatedTypeKey === null ? undefined : await ports.processTypes.find(municipalityId, relatedTypeKey);
  return { process: null, related: indicated, unit, type: relatedType(own, fallback, unit.id), rule, announcement };
}

async function processOf(id: string | null, { processes }: Stores): Promise<Process> {
  const [found] = id === null ? [] : await processes.findMany([id]);
  if (found === undefined) throw processErrors.PROCESS_NOT_FOUND();
  return found;
}

async function placesOf(process: Process, { placements, units }: Stores) {
  const all = await placements.ofProcess(process.id);
  const places = await Promise.all(all.map(async (placement) => ({ placement, unit: await units.find(placement.unitId) })));
  return places.flatMap(({ placement, unit }) => (unit === undefined ? [] : [{ placement, unit }]));
}
