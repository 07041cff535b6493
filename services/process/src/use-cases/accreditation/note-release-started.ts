import { noteRelease } from '../../domain/accreditation/dossier.ts';
import type { Dossier, Release } from '../../domain/accreditation/dossier.ts';
import { defineUseCase } from '../define.ts';
import { saveGathered } from './save-gathered.ts';

export interface ReleaseStarted extends Pick<Dossier, 'ticketId' | 'municipalityId' | 'personId'> {
  readonly release: Release;
  readonly correlationId: string;
}

/** Identity says that the release of the person has begun, and where the data of the Term are. */
export const noteReleaseStarted = defineUseCase({
  name: 'noteReleaseStarted',
  action: 'dossier:gather',
  load: () => null,
  async run({ input, now }: { input: ReleaseStarted; now: Date }, ports) {
    const { release, correlationId, ...subject } = input;
    const before = await ports.dossiers.find(subject.ticketId);
    await saveGathered(before, noteRelease(before, subject, release, now), { now, correlationId }, ports);
    return { result: null };
  },
});
