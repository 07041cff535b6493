import { remindOfVista as remind, usualReminderDays } from '../../domain/access/vista.ts';
import { defineUseCase } from '../define.ts';
import { daysAfter } from './request-vista.ts';

/** A request still waits: the unit is reminded, and once more after as many days again (VI-02). */
export const remindOfVista = defineUseCase({
  name: 'remindOfVista',
  action: 'vista:remind',
  load: () => null,
  async run({ input, now }: { input: { requestId: string; reminderNumber: number }; now: Date }, { vistas, vistaSettings, schedule }) {
    const [before] = await vistas.findMany([input.requestId]);
    const reminded = before === undefined ? undefined : remind(before);
    if (reminded === undefined) return { result: null };
    const { request, event } = reminded;
    await vistas.update(request);
    const days = (await vistaSettings.find(request.municipalityId)) ?? usualReminderDays;
    await schedule.remindOfVista({ requestId: request.id, reminderNumber: request.remindersSent + 1, dueAt: daysAfter(now, days) });
    return { result: null, events: [event] };
  },
});
