import type { Principal } from '@guiche/kit/auth';
import { numberKey } from '../../domain/numbers/number-mask.ts';
import { publicProcess } from '../../domain/search/public-item.ts';
import { defineQuery } from '../define.ts';
import { admitPublicReading } from './admit-public-reading.ts';
import { publishedProcesses } from './published-processes.ts';
import { publicCity, showProcess } from './public-view.ts';
import type { ShownProcess } from './public-view.ts';

interface NumberOfCity {
  readonly municipalityId: string;
  readonly number: string;
  readonly proof?: string | null | undefined;
}

/** A process by its number in any formatting, as anybody may see it; null when the public may not know of one (PS-03). */
export const findPublicProcess = defineQuery({
  action: 'public-search:read',
  admit: ({ input, actor, now }: { input: NumberOfCity; actor: Principal; now: Date }, ports) =>
    admitPublicReading({ actor, now, proof: input.proof }, ports),
  load: () => null,

  async run({ input: { municipalityId, number } }, ports): Promise<ShownProcess | null> {
    const found = await ports.processes.findByNumberKey(municipalityId, numberKey(number));
    const [published] = await publishedProcesses(found === undefined ? [] : [found], ports);
    const process = published && publicProcess(published);
    return process === undefined ? null : showProcess(process, await publicCity(municipalityId, ports), ports);
  },
});
