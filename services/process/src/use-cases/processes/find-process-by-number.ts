import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import { numberKey } from '../../domain/numbers/number-mask.ts';
import { defineQuery } from '../define.ts';
import { readableProcesses } from './load-readable.ts';

interface NumberOfCity {
  readonly municipalityId: string;
  readonly number: string;
}

/** One process by its number, written in any way (PT-20). */
export const findProcessByNumber = defineQuery({
  action: 'process:read',
  async load({ input, actor }: { input: NumberOfCity; actor: Principal }, ports) {
    const found = await ports.processes.findByNumberKey(input.municipalityId, numberKey(input.number));
    const [process] = await readableProcesses(found === undefined ? [] : [found], ports, actor);
    if (process === undefined) throw processErrors.PROCESS_NOT_FOUND();
    return process;
  },
  run: ({ resource }) => resource,
});
