import { publicDocument, publicProcess } from '../../domain/search/public-item.ts';
import { defineQuery } from '../define.ts';
import { publishedProcesses } from './published-processes.ts';
import { publicCity, showDocument, showProcess } from './public-view.ts';
import type { ShownDocument, ShownProcess } from './public-view.ts';

/** What a permanent link leads to, as anybody may see it now. The link is its own key: nobody can make one up (PS-04). */
export const openPublicLink = defineQuery({
  action: 'public-search:read',
  load: () => null,

  async run({ input: { link } }: { input: { link: string } }, ports): Promise<ShownProcess | ShownDocument | null> {
    const target = ports.publicSearch.targetOf(link);
    if (target === undefined) return null;
    const [document] = target.kind === 'document' ? await ports.documents.findMany([target.id]) : [];
    const [published] = await publishedProcesses(await ports.processes.findMany([document?.processId ?? target.id]), ports);
    if (published === undefined) return null;
    const city = await publicCity(published.process.municipalityId, ports);
    if (document !== undefined) {
      const shown = publicDocument(document, published, city.contentSince);
      return shown === undefined ? null : showDocument(shown, city, ports);
    }
    const shown = target.kind === 'process' ? publicProcess(published) : undefined;
    return shown === undefined ? null : showProcess(shown, city, ports);
  },
});
