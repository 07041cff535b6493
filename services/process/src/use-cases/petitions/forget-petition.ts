import { discarded } from '../../domain/petitions/petition.ts';
import { defineUseCase } from '../define.ts';

/** A draft that nobody touched for 90 days is forgotten with its files; one that was touched is looked at again then. */
export const forgetPetition = defineUseCase({
  name: 'forgetPetition',
  action: 'petition:forget',
  load: () => null,
  async run({ input, now }: { input: { petitionId: string }; now: Date }, { petitions, dropFiles, schedule }) {
    const [petition] = await petitions.findMany([input.petitionId]);
    if (petition?.state !== 'DRAFT') return { result: null };
    const { id, municipalityId, expiresAt, items } = petition;
    if (expiresAt > now) {
      await schedule.forgetPetition({ petitionId: id, dueAt: expiresAt });
      return { result: null };
    }
    await petitions.save(discarded(petition, now));
    await dropFiles(items.flatMap(({ file }) => (file === null ? [] : [file])));
    return { result: null, audit: [{ entity: { type: 'petition', id }, municipalityId, before: 'DRAFT', after: 'DISCARDED' }] };
  },
});
