import { platformErrors, refuseProblems } from '@guiche/kit/errors';
import { errors } from '../domain/errors.ts';
import { configureUnit as configure, unitIdOf, unitProblems } from '../domain/unit.ts';
import type { UnitSettings } from '../domain/unit.ts';
import { defineUseCase } from './define.ts';

export type ConfigureUnitInput = UnitSettings & { readonly expectedVersion?: number | null | undefined };

/** Creates a unit of a municipality, or brings it to these settings. */
export const configureUnit = defineUseCase({
  name: 'configureUnit',
  action: 'unit:configure',
  load: ({ input }: { input: ConfigureUnitInput }) => ({ municipalityId: input.municipalityId }),

  async run({ input }, { municipalities, units }) {
    const { expectedVersion, ...settings } = input;
    const { municipalityId, parentId } = settings;
    const [municipality] = await municipalities.byIds([municipalityId]);
    if (municipality === undefined) throw errors.MUNICIPALITY_NOT_FOUND();
    const parent = parentId === null ? undefined : await units.find(municipalityId, parentId);
    refuseProblems(unitProblems(settings, { municipality, parent }));
    const before = await units.find(municipalityId, unitIdOf(settings));
    if (expectedVersion != null && expectedVersion !== before?.version) throw platformErrors.STALE_VERSION();
    const { state, events } = configure(before, settings);
    if (events.length === 0) return { result: state };
    await units.save(state);
    return {
      result: state,
      events,
      audit: [{ entity: { type: 'unit', id: state.id }, municipalityId, before: before ?? null, after: state }],
    };
  },
});
