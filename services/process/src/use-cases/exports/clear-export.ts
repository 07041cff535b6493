import { defineUseCase } from '../define.ts';

/** The job that removes what an export leaves behind: its parts once it is finished, itself with its file at its end. */
export const clearExport = defineUseCase({
  name: 'clearExport',
  action: 'export:clear',
  load: () => null,

  async prepare({ input: { exportId } }: { input: { exportId: string } }, { exportWriter }) {
    await exportWriter.clear(exportId);
  },

  async run({ input: { exportId }, now }, { exports, dropFiles }) {
    const [requested] = await exports.findMany([exportId]);
    if (requested === undefined || requested.expiresAt > now) return { result: null };
    if (requested.file !== null) await dropFiles([requested.file]);
    await exports.remove(exportId);
    return { result: null };
  },
});
