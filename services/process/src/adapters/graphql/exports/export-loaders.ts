import type { SubgraphContext } from '@guiche/kit/graphql';
import DataLoader from 'dataloader';
import type { DocumentFile } from '../../../domain/documents/document.ts';
import type { ExportObstacle, RequestedExport } from '../../../domain/exports/requested-export.ts';
import type { Resources } from '../../../permissions.ts';
import { checkExports } from '../../../use-cases/exports/read-exports.ts';
import type { CheckedExport } from '../../../use-cases/exports/read-exports.ts';
import { readProcess } from '../../../use-cases/processes/read-process.ts';
import type { Ports } from '../../../use-cases/ports.ts';
import type { ReadNotes } from '../access/read-notes.ts';

/** Whether finished files are given, judged for all exports of a request at once. */
export interface ExportLoaders {
  obstacleOf(requested: RequestedExport): Promise<ExportObstacle | null>;
  /** The file where it is given; whoever asks for its address reads all documents in it (LW-03). */
  fileOfExport(requested: RequestedExport): Promise<DocumentFile | null>;
}

export function exportLoaders({ ask, entity }: Pick<SubgraphContext<Resources, Ports>, 'ask' | 'entity'>, reads: Pick<ReadNotes, 'copyOf'>): ExportLoaders {
  const checked = new DataLoader<RequestedExport, CheckedExport>((requested) => ask(checkExports, requested));
  return {
    obstacleOf: async (requested) => (await checked.load(requested)).obstacle,
    async fileOfExport(requested) {
      if (requested.file === null) return null;
      const { obstacle, documentIds } = await checked.load(requested);
      if (obstacle !== null) return null;
      const process = await entity(readProcess, requested.processId);
      return process === null ? null : reads.copyOf(process, documentIds, requested.file);
    },
  };
}
