import { refuseProblems } from '@guiche/kit/errors';
import { processErrors } from '../../domain/errors.ts';
import { defineUseCase } from '../define.ts';

export interface ConfigureVista {
  readonly municipalityId: string;
  readonly reminderDays: number;
}

/** After how many days without an answer a city reminds its units of requests to see a process (VI-02). */
export const configureVista = defineUseCase({
  name: 'configureVista',
  action: 'vista:configure',
  async load({ input }: { input: ConfigureVista }, { municipalities }) {
    if ((await municipalities.find(input.municipalityId)) === undefined) throw processErrors.MUNICIPALITY_NOT_FOUND();
    return { municipalityId: input.municipalityId };
  },
  async run({ input: { municipalityId, reminderDays } }, { vistaSettings }) {
    if (!Number.isInteger(reminderDays) || reminderDays < 1 || reminderDays > 60) {
      const message = { pt: 'Informe de 1 a 60 dias.', en: 'Give 1 to 60 days.' };
      refuseProblems([{ path: 'reminderDays', code: 'OUT_OF_RANGE', message }]);
    }
    const before = (await vistaSettings.find(municipalityId)) ?? null;
    await vistaSettings.save(municipalityId, reminderDays);
    return {
      result: { municipalityId, reminderDays },
      audit: [{ entity: { type: 'vista-settings', id: municipalityId }, municipalityId, before: { reminderDays: before }, after: { reminderDays } }],
    };
  },
});
