import { discarded } from '../../domain/petitions/petition.ts';
import { defineUseCase } from '../define.ts';
import { loadPetition } from './load-petition.ts';

/** The author gives a draft up; its files are removed. */
export const discardPetition = defineUseCase({
  name: 'discardPetition',
  // Not `petition:edit`: an idempotency key belongs to an action, and an edit without changes has the same body.
  action: 'petition:discard',
  load: ({ input }: { input: { petitionId: string } }, ports) => loadPetition(input, ports),
  async run({ resource: petition, now }, { petitions, dropFiles }) {
    const { id, municipalityId } = petition;
    await petitions.save(discarded(petition, now));
    await dropFiles(petition.items.flatMap(({ file }) => (file === null ? [] : [file])));
    return {
      result: { petitionId: id },
      audit: [{ entity: { type: 'petition', id }, municipalityId, before: 'DRAFT', after: 'DISCARDED' }],
    };
  },
});
