import { configureResponseType as configure } from '../../domain/types/configure-response-type.ts';
import type { ResponseTypeSettings } from '../../domain/types/configure-response-type.ts';
import { typeErrors } from '../../domain/types/errors.ts';
import { defineUseCase } from '../define.ts';

export interface ConfigureResponseType extends ResponseTypeSettings {
  /** None for a new one. */
  readonly id?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

/** An administrator adds or changes a response type (IN-03). */
export const configureResponseType = defineUseCase({
  name: 'configureResponseType',
  action: 'intimation-type:configure',
  load: ({ input }: { input: ConfigureResponseType }) => ({ municipalityId: input.municipalityId }),

  async run({ input, newId }, { responseTypes }) {
    const { id, expectedVersion, ...settings } = input;
    const { municipalityId } = settings;
    const current = id == null ? undefined : await responseTypes.find(id);
    if (id != null && current?.municipalityId !== municipalityId) throw typeErrors.RESPONSE_TYPE_NOT_FOUND();
    const state = configure(current, settings, { id: current?.id ?? newId(), expectedVersion: expectedVersion ?? undefined });
    if (state === current) return { result: state };
    await responseTypes.save(state);
    return {
      result: state,
      audit: [{ entity: { type: 'response-type', id: state.id }, municipalityId, before: current ?? null, after: state }],
    };
  },
});
