import { numberKeysOf } from '../../domain/numbers/numbers-of.ts';
import { publicProcess } from '../../domain/search/public-item.ts';
import { defineQuery } from '../define.ts';
import { publishedProcesses } from './published-processes.ts';
import { publicCity, showProcess } from './public-view.ts';
import type { ShownProcess } from './public-view.ts';

interface BasicConsult {
  readonly municipalityId: string;
  /** Acronym of the body; the city hall's own is the municipality's. */
  readonly body: string;
  readonly year: number;
  readonly number: number;
}

/**
 * Basic data of a process by body, year and number, for whoever is logged in (PS-05): never its documents, and no more
 * of a restricted one than that it exists. Several units may have given the same number; the first is meant.
 */
export const consultBasicData = defineQuery({
  action: 'basic-data:consult',
  load: () => null,

  async run({ input }: { input: BasicConsult }, ports): Promise<ShownProcess | null> {
    const { municipalityId, body, year, number: sequence } = input;
    const [municipality, numberings] = await Promise.all([ports.municipalities.find(municipalityId), ports.numberings.ofMunicipality(municipalityId)]);
    const wanted = body.trim().toUpperCase();
    const own = wanted === municipality?.acronym.toUpperCase() ? null : wanted;
    const numbering = numberings.find((candidate) => (candidate.body?.toUpperCase() ?? null) === own);
    if (numbering === undefined || sequence < 1 || year < 0) return null;
    const [found] = await ports.processes.findByNumberKeys(municipalityId, numberKeysOf(numbering, { year, sequence }));
    const [published] = await publishedProcesses(found === undefined ? [] : [found], ports);
    const process = published && publicProcess(published);
    return process === undefined ? null : showProcess(process, await publicCity(municipalityId, ports), ports);
  },
});
