import { mapPage } from '@guiche/kit/use-case';
import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { Movement } from '../../domain/processes/movement.ts';
import { allIssued } from '../../domain/processes/reading.ts';
import { publicDocument, publicProcess } from '../../domain/search/public-item.ts';
import type { PublicProcess } from '../../domain/search/public-item.ts';
import { defineQuery } from '../define.ts';
import { publicCity, showDocument } from './public-view.ts';
import type { ShownDocument } from './public-view.ts';

interface Contents {
  readonly process: PublicProcess;
  readonly page: PageRequest;
}

/** All that was issued: also restricted documents are listed, their content withheld (PS-03). */
const listed = allIssued;

/** The documents of a process as anybody may see them. */
export const listPublicDocuments = defineQuery({
  action: 'public-search:read',
  load: () => null,

  async run({ input: { process, page } }: { input: Contents }, ports): Promise<Page<ShownDocument>> {
    if (publicProcess(process) === undefined) return nothing;
    const city = await publicCity(process.process.municipalityId, ports);
    const [found = nothing] = await ports.documents.pagesOf([{ processId: process.process.id, reach: listed, page }]);
    return mapPage(found, (document) => {
      const shown = publicDocument(document, process, city.contentSince);
      if (shown === undefined) throw new Error('A secret document makes its process secret');
      return showDocument(shown, city, ports);
    });
  },
});

/** The history of a process in the kinds that its city shows (PS-04). */
export const listPublicMovements = defineQuery({
  action: 'public-search:read',
  load: () => null,

  async run({ input: { process, page } }: { input: Contents }, ports): Promise<Page<Movement>> {
    if (publicProcess(process) === undefined) return nothing;
    const { id: processId, municipalityId } = process.process;
    const { movementKinds: kinds } = await ports.publicSearch.settings(municipalityId);
    const [found = nothing] = await ports.movements.pagesOf([{ processId, page, kinds }]);
    return found;
  },
});

const nothing = { items: [], cursors: [], hasNextPage: false, hasPreviousPage: false };
