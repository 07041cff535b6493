import { defineUseCase } from '../define.ts';

export interface NoteExternalUser {
  readonly municipalityId: string;
  readonly personId: string;
  readonly released: boolean;
}

/** Keeps who is fully released as an external user: they alone can be asked to sign (SG-05). */
export const noteExternalUser = defineUseCase({
  name: 'noteExternalUser',
  action: 'projection:update',
  load: () => null,
  async run({ input: { municipalityId, personId, released } }: { input: NoteExternalUser }, { externalUsers }) {
    await externalUsers.note(municipalityId, personId, released);
    return { result: null };
  },
});
