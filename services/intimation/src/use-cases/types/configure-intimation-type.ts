import { configureIntimationType as configure, offeredLimit } from '../../domain/types/configure-intimation-type.ts';
import type { IntimationTypeSettings } from '../../domain/types/configure-intimation-type.ts';
import { typeErrors } from '../../domain/types/errors.ts';
import { defineUseCase } from '../define.ts';

export interface ConfigureIntimationType extends IntimationTypeSettings {
  /** None for a new one. */
  readonly id?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

/** An administrator adds or changes a type of intimation (IN-02). */
export const configureIntimationType = defineUseCase({
  name: 'configureIntimationType',
  action: 'intimation-type:configure',
  load: ({ input }: { input: ConfigureIntimationType }) => ({ municipalityId: input.municipalityId }),

  async run({ input, newId }, { intimationTypes, responseTypes }) {
    const { id, expectedVersion, ...settings } = input;
    const { municipalityId } = settings;
    const current = id == null ? undefined : await intimationTypes.find(id);
    if (id != null && current?.municipalityId !== municipalityId) throw typeErrors.INTIMATION_TYPE_NOT_FOUND();
    const offered = await responseTypes.findMany(settings.responseTypeIds.slice(0, offeredLimit));
    const knownResponseTypeIds = new Set(offered.filter((type) => type.municipalityId === municipalityId).map((type) => type.id));
    const state = configure(current, settings, { id: current?.id ?? newId(), expectedVersion: expectedVersion ?? undefined, knownResponseTypeIds });
    if (state === current) return { result: state };
    await intimationTypes.save(state);
    return {
      result: state,
      audit: [{ entity: { type: 'intimation-type', id: state.id }, municipalityId, before: current ?? null, after: state }],
    };
  },
});
