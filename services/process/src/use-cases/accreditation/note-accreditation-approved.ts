import { noteApproval } from '../../domain/accreditation/dossier.ts';
import type { Approval, Dossier } from '../../domain/accreditation/dossier.ts';
import { defineUseCase } from '../define.ts';
import { saveGathered } from './save-gathered.ts';

export interface AccreditationApproved extends Pick<Dossier, 'ticketId' | 'municipalityId' | 'personId'> {
  readonly approval: Approval;
  readonly correlationId: string;
}

/** Ticketing says that a clerk approved an accreditation. */
export const noteAccreditationApproved = defineUseCase({
  name: 'noteAccreditationApproved',
  action: 'dossier:gather',
  load: () => null,
  async run({ input, now }: { input: AccreditationApproved; now: Date }, ports) {
    const { approval, correlationId, ...subject } = input;
    const before = await ports.dossiers.find(subject.ticketId);
    await saveGathered(before, noteApproval(before, subject, approval, now), { now, correlationId }, ports);
    return { result: null };
  },
});
