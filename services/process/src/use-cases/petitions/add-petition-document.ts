import { principalKey } from '@guiche/kit/auth';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import type { Conference } from '../../domain/documents/document.ts';
import { addItem, refuseUnlessDraft } from '../../domain/petitions/petition.ts';
import { refuseFile } from '../../domain/petitions/petition-rules.ts';
import { defineUseCase } from '../define.ts';
import { refuseStale } from '../refuse-stale.ts';
import { loadPetition } from './load-petition.ts';
import { placeOfDocument } from './place-of-document.ts';
import type { PetitionDocument } from './place-of-document.ts';

export interface AddPetitionDocument extends PetitionDocument {
  readonly petitionId: string;
  readonly uploadId: string;
  readonly complement?: string | null | undefined;
  readonly conference?: Conference | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

/** The author adds an uploaded file; from then on it lives as long as the draft (PT-03, demand 15). */
export const addPetitionDocument = defineUseCase({
  name: 'addPetitionDocument',
  action: 'petition:edit',
  load: ({ input }: { input: AddPetitionDocument }, ports) => loadPetition(input, ports),

  async prepare({ input, actor, resource: petition }, ports) {
    refuseUnlessDraft(petition);
    refuseProblems(
      [input.complement == null || input.complement === '' ? undefined : textProblem('complement', input.complement, { max: 40 })].filter((problem) => problem !== undefined),
    );
    const place = await placeOfDocument(petition, { ...input, making: 'UPLOAD' }, ports);
    const [file] = await ports.uploads.inspect([input.uploadId], principalKey(actor));
    if (file !== undefined) refuseFile(await ports.petitionRules.find(petition.municipalityId), input.role, file);
    return place;
  },

  async run({ input, actor, resource: petition, prepared: { type, access }, now, newId }, { petitions, uploads }) {
    refuseStale(petition, input.expectedVersion);
    const [file] = await uploads.take([input.uploadId], principalKey(actor), `petition:${petition.id}`);
    if (file === undefined) throw new Error('An upload was taken');
    const item = {
      id: newId(),
      role: input.role,
      typeKey: type.key,
      typeName: type.name,
      complement: input.complement ?? '',
      file,
      content: null,
      conference: input.conference ?? null,
      ...access,
    };
    await petitions.save(addItem(petition, item, now));
    return { result: { petitionId: petition.id } };
  },
});
