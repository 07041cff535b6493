import { processErrors } from '../../domain/errors.ts';
import { isPublicMovementKind, summaryKinds } from '../../domain/search/public-search-settings.ts';
import type { PublicSearchSettings } from '../../domain/search/public-search-settings.ts';
import { defineUseCase } from '../define.ts';

interface ConfigurePublicSearch {
  readonly municipalityId: string;
  readonly contentSince?: string | null | undefined;
  readonly movementKinds?: readonly string[] | null | undefined;
}

/** An administrator sets the cut-off date and what the public history shows (PS-02, PS-04). */
export const configurePublicSearch = defineUseCase({
  name: 'configurePublicSearch',
  action: 'public-search:configure',
  load: ({ input }: { input: ConfigurePublicSearch }) => input,

  async run({ input: { municipalityId, contentSince = null, movementKinds } }, { publicSearch }) {
    const kinds = movementKinds ?? summaryKinds;
    const inside = kinds.find((kind) => !isPublicMovementKind(kind));
    if (inside !== undefined) throw processErrors.MOVEMENT_KIND_NOT_PUBLIC({ kind: inside.slice(0, 60), allowed: summaryKinds.join(', ') });
    const settings: PublicSearchSettings = { municipalityId, contentSince, movementKinds: summaryKinds.filter((kind) => kinds.includes(kind)) };
    const before = await publicSearch.settings(municipalityId);
    await publicSearch.saveSettings(settings);
    return {
      result: settings,
      audit: [{ entity: { type: 'public-search', id: municipalityId }, municipalityId, before, after: settings }],
    };
  },
});
