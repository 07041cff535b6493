import { platformErrors, refuseProblems } from '@guiche/kit/errors';
import { configureMunicipality as configure, municipalityProblems } from '../domain/municipality.ts';
import { errors } from '../domain/errors.ts';
import type { MunicipalitySettings } from '../domain/municipality.ts';
import { defineUseCase } from './define.ts';

export type ConfigureMunicipalityInput = MunicipalitySettings & { readonly expectedVersion?: number | null | undefined };

/** Creates a municipality, or brings it to these settings; the same settings again change nothing. */
export const configureMunicipality = defineUseCase({
  name: 'configureMunicipality',
  action: 'municipality:configure',

  async load({ input }: { input: ConfigureMunicipalityInput }, { municipalities }) {
    const [existing] = await municipalities.byIds([input.id]);
    return { municipalityId: input.id, exists: existing !== undefined };
  },

  async run({ input }, { municipalities }) {
    const { expectedVersion, ...settings } = input;
    refuseProblems(municipalityProblems(settings));
    const [before] = await municipalities.byIds([input.id]);
    if (expectedVersion != null && expectedVersion !== before?.version) throw platformErrors.STALE_VERSION();
    const namesake = await municipalities.byAcronym(settings.acronym);
    if (namesake !== undefined && namesake.id !== input.id) throw errors.ACRONYM_TAKEN({ acronym: settings.acronym });
    const { state, events } = configure(before, settings);
    if (events.length === 0) return { result: state };
    await municipalities.save(state);
    return {
      result: state,
      events,
      audit: [
        { entity: { type: 'municipality', id: state.id }, municipalityId: state.id, before: before ?? null, after: state },
      ],
    };
  },
});
