import { refuseProblems } from '@guiche/kit/errors';
import { errors } from '../domain/errors.ts';
import { defineUseCase } from './define.ts';

export interface ConfigureTicketsInput {
  readonly municipalityId: string;
  readonly autoCloseDays?: number | null | undefined;
}

/** Changes how the municipality handles its tickets; holds for solutions given from now on. */
export const configureTickets = defineUseCase({
  name: 'configureTickets',
  action: 'settings:change',
  load: ({ input }: { input: ConfigureTicketsInput }) => ({ municipalityId: input.municipalityId }),
  async run({ input }, { settings, places }) {
    const { municipalityId, autoCloseDays = null } = input;
    const fits = autoCloseDays === null || (Number.isInteger(autoCloseDays) && autoCloseDays >= 0 && autoCloseDays <= 365);
    const message = { pt: 'Use de 0 a 365 dias, ou nulo para nunca.', en: 'Use 0 to 365 days, or null for never.' };
    refuseProblems(fits ? [] : [{ path: 'autoCloseDays', code: 'OUT_OF_RANGE', message }]);
    if ((await places.municipality(municipalityId)) === null) throw errors.MUNICIPALITY_NOT_FOUND();
    const before = await settings.of(municipalityId);
    const after = { municipalityId, autoCloseDays };
    await settings.save(after);
    const entity = { type: 'ticket-settings', id: municipalityId };
    return { result: { settings: after }, audit: [{ entity, municipalityId, before, after }] };
  },
});
