import { localDate } from '@guiche/kit/calendar';
import { offered } from '../../domain/accreditation/dossier.ts';
import { offerAccessTo } from '../../domain/access/grant.ts';
import { accessOffered } from '../../domain/access/access-movements.ts';
import { withInterestedParty } from '../../domain/processes/process.ts';
import { defineUseCase } from '../define.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';

/** Identity has released the person: the process becomes visible to him, with the Term to sign (step 5 of the saga). */
export const offerAccess = defineUseCase({
  name: 'offerAccess',
  action: 'dossier:offer-access',
  load: () => null,

  async run({ input, now, newId }: { input: { ticketId: string }; now: Date; newId: () => string }, ports) {
    const dossier = await ports.dossiers.find(input.ticketId);
    if (dossier?.state !== 'OPENED' || dossier.processId === null) return { result: null };
    const { municipalityId, processId, personId, ticketId } = dossier;
    const { timeZone } = await knownMunicipality(municipalityId, ports);
    const [process] = await ports.processes.findMany([processId]);
    const [grant] = await ports.grants.ofProcess(processId);
    if (process === undefined || grant === undefined) throw new Error(`Dossier ${ticketId} has lost its process`);
    const [document] = await ports.documents.findMany(grant.documentIds);
    if (document === undefined) throw new Error(`Process ${processId} has lost its Term`);

    const on = localDate(now, timeZone);
    const offer = offerAccessTo(grant, process, { personId, documentId: document.id, ticketId, at: now, on });
    await ports.processes.update(withInterestedParty(process, personId));
    await ports.grants.update(offer.grant);
    await ports.movements.append([accessOffered({ id: newId(), processId, municipalityId, at: now, unitId: null, by: null }, document)]);
    await ports.dossiers.save(offered(dossier, now));
    return {
      result: null,
      events: [offer.event],
      audit: [{ entity: { type: 'grant', id: grant.id }, municipalityId, before: grant.state, after: offer.grant.state }],
    };
  },
});
