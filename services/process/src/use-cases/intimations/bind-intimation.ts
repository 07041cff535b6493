import { localDate } from '@guiche/kit/calendar';
import { bindIntimation as decide } from '../../domain/intimations/bind.ts';
import type { FoundForIntimation, RequestedIntimation } from '../../domain/intimations/bind.ts';
import { intimationIssued } from '../../domain/intimations/intimation-movements.ts';
import { defineUseCase } from '../define.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';
import type { Ports } from '../ports.ts';

/**
 * Binds process, documents and accesses to an intimation in one transaction, or says why it cannot (IN-06, PR-08, PR-09).
 * The intimation's id is its key for ever: bound again, it changes nothing.
 */
export const bindIntimation = defineUseCase({
  name: 'bindIntimation',
  action: 'intimation:bind',
  load: () => null,
  prepare: ({ input }: { input: RequestedIntimation }, ports) => knownMunicipality(input.municipalityId, ports),

  async run({ input, prepared: { timeZone }, now, newId }, ports) {
    const [bound] = await ports.bindings.findMany([input.intimationId]);
    if (bound !== undefined) return { result: null };
    const on = localDate(now, timeZone);
    const decision = decide(input, await found(input, ports), { at: now, on, newId });
    const { intimationId, municipalityId } = input;
    const entity = { type: 'intimation', id: intimationId };
    if (decision.outcome === 'REFUSED') {
      const { reasonCode } = decision.event.data;
      return { result: null, events: [decision.event], audit: [{ entity, municipalityId, before: null, after: { state: 'REFUSED', reasonCode } }] };
    }
    const { binding, notices, process, documents, grants, event } = decision;
    await ports.processes.update(process);
    if (binding.scope === 'INTEGRAL') await ports.processes.showAnnexesOf(process.id, binding.number);
    await ports.bindings.insert(binding);
    await ports.notices.insertMany(notices);
    await ports.documents.updateMany(documents);
    await ports.grants.insertMany(grants.added);
    await ports.grants.updateMany(grants.updated);
    const place = { id: newId(), processId: process.id, municipalityId, at: now, unitId: input.unitId, by: { kind: 'staff', id: input.staffId } as const };
    await ports.movements.append([intimationIssued(place, binding, { on, recipients: notices.length })]);
    const after = { state: binding.state, scope: binding.scope, notices: notices.length, grants: grants.added.length, replaced: grants.updated.length };
    return { result: null, events: [event], audit: [{ entity, municipalityId, before: null, after }] };
  },
});

async function found(requested: RequestedIntimation, ports: Ports): Promise<FoundForIntimation> {
  const { municipalityId, processId, unitId, staffId, documentId, annexDocumentIds, notices } = requested;
  const [process] = await ports.processes.findMany([processId]);
  const unit = await ports.units.find(unitId);
  const [member] = await ports.staff.findMany([staffId]);
  const documents = await ports.documents.findMany([documentId, ...annexDocumentIds]);
  const typeKey = documents.find(({ id }) => id === documentId)?.typeKey ?? null;
  const type = typeKey === null ? undefined : await ports.documentTypes.find(municipalityId, typeKey);
  const held = await ports.grants.ofIntimationsOn(processId, [...new Set(notices.flatMap(({ personIds }) => personIds))]);
  return { process, unit, member, documents, type, held };
}
