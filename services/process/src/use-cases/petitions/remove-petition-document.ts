import { removeItem } from '../../domain/petitions/petition.ts';
import { defineUseCase } from '../define.ts';
import { refuseStale } from '../refuse-stale.ts';
import { loadPetition } from './load-petition.ts';

export interface RemovePetitionDocument {
  readonly petitionId: string;
  readonly itemId: string;
  readonly expectedVersion?: number | null | undefined;
}

/** The author takes a document out of the draft; its file is removed. */
export const removePetitionDocument = defineUseCase({
  name: 'removePetitionDocument',
  action: 'petition:edit',
  load: ({ input }: { input: RemovePetitionDocument }, ports) => loadPetition(input, ports),
  async run({ input, resource: petition, now }, { petitions, dropFiles }) {
    refuseStale(petition, input.expectedVersion);
    const after = removeItem(petition, input.itemId, now);
    await petitions.save(after);
    await dropFiles(petition.items.flatMap(({ id, file }) => (id === input.itemId && file !== null ? [file] : [])));
    return { result: { petitionId: petition.id } };
  },
});
