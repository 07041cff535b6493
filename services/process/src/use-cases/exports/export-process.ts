import { principalKey } from '@guiche/kit/auth';
import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import { exportLimits, itemOf, requestExport } from '../../domain/exports/requested-export.ts';
import type { ExportFormat, ExportItem } from '../../domain/exports/requested-export.ts';
import { reachOf } from '../../domain/processes/reading.ts';
import type { ReadableProcess } from '../../domain/processes/reading.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { defineUseCase } from '../define.ts';
import { readableProcesses } from '../processes/load-readable.ts';
import type { Ports } from '../ports.ts';

export interface ExportProcess {
  readonly processId: string;
  readonly format: ExportFormat;
  readonly onlyPublic?: boolean | null | undefined;
}

/** Somebody who reads a process asks for all that he reads of it now as one file; a job makes it. */
export const exportProcess = defineUseCase({
  name: 'exportProcess',
  action: 'export:request',

  async load({ input, actor }: { input: ExportProcess; actor: Principal }, ports) {
    const [process] = await readableProcesses(await ports.processes.findMany([input.processId]), ports, actor);
    if (process === undefined) throw processErrors.PROCESS_NOT_FOUND();
    return process;
  },

  async prepare({ input, actor, resource: process, now }, ports) {
    const { unfinished, kept } = await ports.exports.countOf({ owner: principalKey(actor), now });
    if (unfinished >= exportLimits.unfinished || kept >= exportLimits.kept) throw processErrors.TOO_MANY_EXPORTS();
    const items = await itemsOf(process, { actor, onlyPublic: input.onlyPublic ?? false }, ports);
    if (items.length === 0) throw processErrors.EXPORT_EMPTY();
    return { items };
  },

  async run({ input, actor, resource: process, prepared: { items }, now, newId }, { exports, exportSchedule }) {
    const { id: processId, municipalityId } = process;
    const requested = requestExport({
      id: newId(), municipalityId, processId, owner: principalKey(actor), reader: readerOf(actor), format: input.format,
      onlyPublic: input.onlyPublic ?? false, total: items.length, at: now,
    });
    await exports.insert(requested, items);
    await exportSchedule.write({ exportId: requested.id, dueAt: now });
    const { id, format, onlyPublic, total } = requested;
    return {
      result: { exportId: id },
      audit: [{ entity: { type: 'process', id: processId }, municipalityId, before: null, after: { exportId: id, format, onlyPublic, total } }],
    };
  },
});

const readAtOnce = 500;

/** What is in the reach of the actor now, in the order of the process: the list does not change while the file is made. */
async function itemsOf(
  process: ReadableProcess,
  { actor, onlyPublic }: { actor: Principal; onlyPublic: boolean },
  { documents }: Pick<Ports, 'documents'>,
): Promise<ExportItem[]> {
  const reader = readerOf(actor);
  const reach = reachOf(reader, process);
  const items: ExportItem[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const [page] = await documents.pagesOf([{ processId: process.id, reach, page: { size: readAtOnce, direction: 'forward', cursor } }]);
    for (const document of page?.items ?? []) items.push(...[itemOf({ ...document, process }, { reader, onlyPublic })].filter((item) => item !== null));
    more = page?.hasNextPage ?? false;
    cursor = page?.cursors.at(-1);
  }
  return items;
}
