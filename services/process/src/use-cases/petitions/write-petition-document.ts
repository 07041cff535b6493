import { refuseProblems, textProblem } from '@guiche/kit/errors';
import { addItem, refuseUnlessDraft, withoutWritten } from '../../domain/petitions/petition.ts';
import { defineUseCase } from '../define.ts';
import { refuseStale } from '../refuse-stale.ts';
import { loadPetition } from './load-petition.ts';
import { placeOfDocument } from './place-of-document.ts';
import type { PetitionDocument } from './place-of-document.ts';

export interface WritePetitionDocument extends PetitionDocument {
  readonly petitionId: string;
  readonly content: string;
  readonly complement?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

/** The author writes a document in the editor; written again, it takes the place of the one before. */
export const writePetitionDocument = defineUseCase({
  name: 'writePetitionDocument',
  action: 'petition:edit',
  load: ({ input }: { input: WritePetitionDocument }, ports) => loadPetition(input, ports),

  async prepare({ input, resource: petition }, ports) {
    refuseUnlessDraft(petition);
    const { html, problems } = ports.sanitise(input.content, 'content');
    const complement = input.complement == null || input.complement === '' ? undefined : textProblem('complement', input.complement, { max: 40 });
    refuseProblems([...problems, ...(complement === undefined ? [] : [complement])]);
    return { ...(await placeOfDocument(petition, { ...input, making: 'EDITOR' }, ports)), html };
  },

  async run({ input, resource: petition, prepared: { type, access, html }, now, newId }, { petitions }) {
    refuseStale(petition, input.expectedVersion);
    const item = {
      id: newId(),
      role: input.role,
      typeKey: type.key,
      typeName: type.name,
      complement: input.complement ?? '',
      file: null,
      content: html,
      conference: null,
      ...access,
    };
    await petitions.save(addItem(withoutWritten(petition, input), item, now));
    return { result: { petitionId: petition.id } };
  },
});
