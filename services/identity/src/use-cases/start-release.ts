import { obstacleToRelease, releaseWithoutAccreditation, startRelease as start } from '../domain/release.ts';
import type { SheetFile } from '../domain/release.ts';
import { applyChange } from './apply-change.ts';
import { defineUseCase } from './define.ts';

/** Step 2 of the saga of approval (TK-08): the clerk approved; the data for the Term is laid ready. */
export const startRelease = defineUseCase({
  name: 'startRelease',
  action: 'accreditation:release',

  async load({ input }: { input: { ticketId: string; personId: string; municipalityId: string } }, { accreditations }) {
    return (await accreditations.of(input.personId, input.municipalityId)) ?? null;
  },

  /** The file is written outside the transaction; its id follows from the ticket, so a repetition replaces it. */
  async prepare({ input, now, resource }, { persons, municipalities, sheets }): Promise<SheetFile | null> {
    if (resource === null || obstacleToRelease(resource, input.ticketId) !== undefined) return null;
    const [person] = await persons.byIds([resource.personId]);
    const [municipality] = await municipalities.byIds([resource.municipalityId]);
    if (person === undefined || municipality === undefined) throw new Error(`Accreditation ${resource.id} without person or municipality`);
    return sheets.write({ ticketId: input.ticketId, person, municipality, now });
  },

  async run({ input, resource, prepared: sheet }, ports) {
    if (resource === null) return { result: null, events: [releaseWithoutAccreditation(input)] };
    if (sheet === null && obstacleToRelease(resource, input.ticketId) === undefined) {
      throw new Error('The obstacle to the release has just gone; the event has to be handled again');
    }
    return applyChange(ports, resource, start(resource, input.ticketId, sheet ?? { url: '', sha256: '', size: 0 }));
  },
});
