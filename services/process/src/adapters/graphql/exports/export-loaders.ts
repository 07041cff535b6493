import type { SubgraphContext } from '@guiche/kit/graphql';
import DataLoader from 'dataloader';
import type { DocumentFile } from '../../../domain/documents/document.ts';
import type { ExportObstacle, RequestedExport } from '../../../domain/exports/requested-export.ts';
import type { Resources } from '../../../permissions.ts';
import { checkExports } from '../../../use-cases/exports/read-exports.ts';
import { readProcess } from '../../../use-cases/processes/read-process.ts';
import type { Ports } from '../../../use-cases/ports.ts';
import type { ReadNotes } from '../access/read-notes.ts';

/** Whether finished files are given, judged for all exports of a request at once. */
export interface ExportLoaders {
  obstacleOf(requested: RequestedExport): Promise<ExportObstacle | null>;
  /** The file where it is given; showing it is a reading of the process's documents. */
  fileOfExport(requested: RequestedExport): Promise<DocumentFile | null>;
}

export function exportLoaders({ ask, entity }: Pick<SubgraphContext<Resources, Ports>, 'ask' | 'entity'>, reads: Pick<ReadNotes, 'shown'>): ExportLoaders {
  const obstacles = new DataLoader<RequestedExport, ExportObstacle | null>((requested) => ask(checkExports, requested));
  return {
    obstacleOf: (requested) => obstacles.load(requested),
    async fileOfExport(requested) {
      if (requested.file === null || (await obstacles.load(requested)) !== null) return null;
      const process = await entity(readProcess, requested.processId);
      if (process !== null) reads.shown(process, 'DOCUMENTS');
      return requested.file;
    },
  };
}
