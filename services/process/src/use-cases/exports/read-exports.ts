import { principalKey } from '@guiche/kit/auth';
import type { Principal } from '@guiche/kit/auth';
import { pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import { processErrors } from '../../domain/errors.ts';
import { stillReads } from '../../domain/exports/requested-export.ts';
import type { ExportObstacle, RequestedExport } from '../../domain/exports/requested-export.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { defineQuery } from '../define.ts';
import { readableProcesses } from '../processes/load-readable.ts';
import { loadExport } from './load-export.ts';

/** One export of the actor's own. */
export const findExport = defineQuery({
  action: 'export:read',
  load: ({ input }: { input: { id: string } }, ports) => loadExport(input.id, ports),
  run({ resource, now }) {
    if (resource.expiresAt <= now) throw processErrors.EXPORT_NOT_FOUND();
    return resource;
  },
});

/** The actor's own exports, newest first. */
export const listExports = defineQuery({
  action: 'export:list',
  load: () => null,
  run({ input, actor, now }: { input: PageArguments; actor: Principal; now: Date }, { exports }): Promise<Page<RequestedExport>> {
    const city = actor.kind === 'app-for-person' ? { municipalityId: actor.municipalityId } : {};
    return exports.pageOf({ owner: principalKey(actor), ...city, now }, pageRequest(input));
  },
});

/** Why a file is not given any more, if so, and the documents whose content is in it. */
export interface CheckedExport {
  readonly obstacle: ExportObstacle | null;
  readonly documentIds: readonly string[];
}

/** Whether files may still be had: judged anew each time, by the one rule of reading, for all exports of a request at once. */
export const checkExports = defineQuery({
  action: 'export:check',
  load: ({ input }: { input: readonly RequestedExport[] }) => input,
  async run({ input, actor, now }, ports): Promise<CheckedExport[]> {
    const reader = readerOf(actor);
    const found = await ports.processes.findMany([...new Set(input.map(({ processId }) => processId))]);
    const processes = new Map((await readableProcesses(found, ports, actor)).map((process) => [process.id, process]));
    const included = await ports.exports.includedIn(input.map(({ id }) => id));
    const documents = new Map(
      (await ports.documents.findMany([...new Set(included.flatMap(({ documentIds }) => documentIds))])).map((document) => [document.id, document]),
    );
    return input.map(({ id, processId, expiresAt }) => {
      const documentIds = included.flatMap((found) => (found.exportId === id ? found.documentIds : []));
      if (expiresAt <= now) return { obstacle: 'EXPIRED', documentIds };
      const process = processes.get(processId);
      const all = documentIds.flatMap((documentId) => documents.get(documentId) ?? []);
      const isRead = process !== undefined && all.length === documentIds.length && stillReads(reader, process, all);
      return { obstacle: isRead ? null : 'ACCESS_CHANGED', documentIds };
    });
  },
});
