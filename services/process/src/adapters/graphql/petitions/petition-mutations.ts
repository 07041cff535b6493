import type { MutationResolvers } from '../../../generated/graphql.ts';
import { addPetitionDocument } from '../../../use-cases/petitions/add-petition-document.ts';
import { configurePetitionRules } from '../../../use-cases/petitions/configure-petition-rules.ts';
import { configurePetitionType } from '../../../use-cases/petitions/configure-petition-type.ts';
import { discardPetition } from '../../../use-cases/petitions/discard-petition.ts';
import { editPetition } from '../../../use-cases/petitions/edit-petition.ts';
import { filePetition } from '../../../use-cases/petitions/file-petition.ts';
import { removePetitionDocument } from '../../../use-cases/petitions/remove-petition-document.ts';
import { startPetition } from '../../../use-cases/petitions/start-petition.ts';
import { writePetitionDocument } from '../../../use-cases/petitions/write-petition-document.ts';
import { petitionTypeFrom } from './petition-type-from.ts';

interface Executed {
  readonly result: { readonly petitionId: string };
  readonly replayed: boolean;
}

const payload = ({ result: { petitionId }, replayed }: Executed) => ({ petitionId, replayed });

export const petitionMutations = {
  startPetition: async (_parent, { input }, { execute }) => payload(await execute(startPetition, input)),
  editPetition: async (_parent, { input }, { execute }) => payload(await execute(editPetition, input)),
  addPetitionDocument: async (_parent, { input }, { execute }) => payload(await execute(addPetitionDocument, input)),
  writePetitionDocument: async (_parent, { input }, { execute }) => payload(await execute(writePetitionDocument, input)),
  removePetitionDocument: async (_parent, { input }, { execute }) => payload(await execute(removePetitionDocument, input)),
  discardPetition: async (_parent, { input }, { execute }) => payload(await execute(discardPetition, input)),
  async filePetition(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(filePetition, input);
    return { petitionId: result.petitionId, replayed: replayed || result.filedBefore };
  },
  async configurePetitionType(_parent, { input: { idempotencyKey, ...input } }, { execute }) {
    const { result, replayed } = await execute(configurePetitionType, { ...petitionTypeFrom(input), idempotencyKey });
    return { petitionType: result, replayed };
  },
  async configurePetitionRules(_parent, { input }, { execute }) {
    const { relatedTypeKey = null } = input;
    const { result, replayed } = await execute(configurePetitionRules, { ...input, relatedTypeKey });
    return { petitionRules: result, principalLimitBytes: result.principal.limitBytes, otherLimitBytes: result.other.limitBytes, relatedTypeKey: result.relatedTypeKey, replayed };
  },
} satisfies MutationResolvers;
