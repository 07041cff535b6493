import { noteTermSigned as note } from '../domain/term.ts';
import { applyChange } from './apply-change.ts';
import { defineUseCase } from './define.ts';
import { nameOfPerson } from './name-of-person.ts';

/** ID-08: the term was signed. Signatures of other documents, or by others, are none of ours. */
export const noteTermSigned = defineUseCase({
  name: 'noteTermSigned',
  action: 'accreditation:note-signature',

  async load({ input }: { input: { documentId: string; signerId: string; signedAt: Date } }, { accreditations }) {
    const accreditation = await accreditations.byTermDocument(input.documentId);
    return accreditation?.personId === input.signerId ? accreditation : null;
  },

  async run({ input, resource }, ports) {
    if (resource === null) return { result: null };
    const personName = await nameOfPerson(ports, resource.personId);
    const change = note(resource, { documentId: input.documentId, at: input.signedAt, personName });
    if (change !== undefined) await ports.termJobs.cancel(change.state);
    return applyChange(ports, resource, change);
  },
});
