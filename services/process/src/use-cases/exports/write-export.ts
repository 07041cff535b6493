import { isAppError } from '@guiche/kit/errors';
import { processErrors } from '../../domain/errors.ts';
import { failExport, finishExport, isUnfinished, stillReads } from '../../domain/exports/requested-export.ts';
import type { RequestedExport } from '../../domain/exports/requested-export.ts';
import { descriptionSeenBy } from '../../domain/processes/parties.ts';
import { defineUseCase } from '../define.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';
import type { Ports } from '../ports.ts';
import { processesAsReadBy } from '../processes/load-readable.ts';
import type { ExportedDocument, ExportTask } from './ports.ts';

/** After so many attempts that broke off, somebody has to look at it. */
const attemptsAtMost = 5;
/** How often people see the progress grow. */
const progressSteps = 50;

/** The job that makes the file. A killed one goes on where it was: what is in the file was frozen when it was asked for. */
export const writeExport = defineUseCase({
  name: 'writeExport',
  action: 'export:write',
  load: () => null,

  async prepare({ input: { exportId } }: { input: { exportId: string } }, ports) {
    const [requested] = await ports.exports.findMany([exportId]);
    if (requested === undefined || !isUnfinished(requested)) return undefined;
    try {
      return { file: await ports.exportWriter.write(await taskOf(requested, ports)) };
    } catch (error) {
      return { failureCode: await failureOf(error, exportId, ports) };
    }
  },

  async run({ input: { exportId }, prepared, now }, { exports, exportSchedule, keepFiles }) {
    const [before] = await exports.findMany([exportId]);
    if (before === undefined || prepared === undefined || !isUnfinished(before)) return { result: null };
    if ('file' in prepared) {
      await exports.update(finishExport(before, prepared.file));
      await keepFiles([prepared.file]);
    } else {
      await exports.update(failExport(before, prepared.failureCode));
    }
    await exportSchedule.clear({ exportId, dueAt: now });
    await exportSchedule.clear({ exportId, dueAt: before.expiresAt });
    const next = await exports.nextWaiting();
    if (next !== undefined) await exportSchedule.hasten(next);
    return { result: null };
  },
});

/** Why it is given up. What may pass, or has not failed often enough, is thrown again: the job is tried once more. */
async function failureOf(error: unknown, exportId: string, { exports }: Pick<Ports, 'exports'>): Promise<string> {
  const code = isAppError(error) ? error.code : 'EXPORT_FAILED';
  if (code === processErrors.EXPORTS_BUSY().code) throw error;
  if (code === processErrors.EXPORT_ACCESS_CHANGED().code) return code;
  if ((await exports.noteFailure(exportId)) < attemptsAtMost) throw error;
  return code;
}

async function taskOf(requested: RequestedExport, ports: Ports): Promise<ExportTask> {
  const { id, municipalityId, reader, total } = requested;
  const process = await readableNow(requested, ports);
  const { specification, otherParties } = descriptionSeenBy(requested.onlyPublic ? { kind: 'nobody' } : reader, process);
  const step = Math.max(1, Math.ceil(total / progressSteps));
  return {
    requested,
    process,
    specification,
    parties: otherParties.map(({ name }) => name),
    municipality: await knownMunicipality(municipalityId, ports),
    letterhead: await ports.letterheads.find(municipalityId),
    unit: await ports.units.find(process.unitId),
    documents: (from) => documentsOf(requested, from, ports),
    onProgress: async (done) => {
      if (done % step === 0 || done === total) await ports.exports.noteProgress(id, done);
    },
  };
}

/** Judged again page by page: what the reader lost meanwhile is not written any more, and the export ends. */
async function* documentsOf(requested: RequestedExport, from: number, ports: Ports): AsyncGenerator<ExportedDocument> {
  for await (const items of ports.exports.items(requested.id, from)) {
    const process = await readableNow(requested, ports);
    const found = new Map((await ports.documents.findMany(items.map(({ documentId }) => documentId))).map((document) => [document.id, document]));
    const page = items.flatMap(({ documentId, withheld }) => {
      const document = found.get(documentId);
      return document === undefined ? [] : [{ document, withheld }];
    });
    const included = page.flatMap(({ document, withheld }) => (withheld === null ? [document] : []));
    if (page.length !== items.length || !stillReads(requested.reader, process, included)) throw processErrors.EXPORT_ACCESS_CHANGED();
    yield* page;
  }
}

async function readableNow({ processId, reader }: RequestedExport, ports: Ports) {
  const [process] = await processesAsReadBy(await ports.processes.findMany([processId]), ports, reader);
  if (process === undefined) throw processErrors.EXPORT_ACCESS_CHANGED();
  return process;
}
