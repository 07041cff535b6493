import { defineUseCase } from '../define.ts';

/** The job that removes an export with its files at its end. */
export const clearReport = defineUseCase({
  name: 'clearReport',
  action: 'report-export:clear',
  load: () => null,

  async prepare({ input: { exportId }, now }: { input: { exportId: string }; now: Date }, { reportExports, reportPress }) {
    const kept = await reportExports.find(exportId);
    if (kept === undefined || kept.expiresAt > now) return;
    for (const fileId of await reportExports.filesOf(exportId)) await reportPress.remove(fileId);
  },

  async run({ input: { exportId }, now }, { reportExports }) {
    const kept = await reportExports.find(exportId);
    if (kept !== undefined && kept.expiresAt <= now) await reportExports.remove(exportId);
    return { result: null };
  },
});
