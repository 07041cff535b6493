import type { Principal } from '@guiche/kit/auth';
import type { PageRequest } from '@guiche/kit/use-case';
import { staffOf } from '../staff-of.ts';
import { defineQuery } from '../define.ts';
import type { IntimationFilter } from './ports.ts';

export interface IntimationsOfProcess {
  readonly municipalityId: string;
  readonly processId: string;
}

/** The intimations of a process that the caller's units issued (Ver Intimações Eletrônicas); administrators see all. */
export const listProcessIntimations = defineQuery({
  action: 'intimation:list',
  load: ({ input }: { input: IntimationsOfProcess & { page: PageRequest } }) => input,
  run: ({ input: { page, ...process }, actor }, { intimations }) => intimations.page(asSeenBy(actor, process), page),
});

/** How many of them there are; asked apart, because it costs. */
export const countProcessIntimations = defineQuery({
  action: 'intimation:list',
  load: ({ input }: { input: IntimationsOfProcess }) => input,
  run: ({ input, actor }, { intimations }) => intimations.count(asSeenBy(actor, input)),
});

function asSeenBy(actor: Principal, process: IntimationsOfProcess): IntimationFilter {
  const { staffId, unitIds, roles } = staffOf(actor);
  return { ...process, staffId, ...(roles.includes('administrator') ? {} : { unitIds }) };
}
