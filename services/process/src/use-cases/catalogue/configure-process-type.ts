import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import type { ProcessType } from '../../domain/catalogue/process-type.ts';
import { defineUseCase } from '../define.ts';
import { checkKey } from './check-key.ts';
import { refuseUnknownHypothesis } from './refuse-unknown-hypothesis.ts';

export type ConfigureProcessType = Omit<ProcessType, 'version'> & { readonly expectedVersion?: number | null | undefined };

/** An administrator adds or changes a type of process; types in use are not removed but made inactive. */
export const configureProcessType = defineUseCase({
  action: 'catalogue:configure',
  load: ({ input }: { input: ConfigureProcessType }) => input,

  async run({ input: { expectedVersion, ...item } }, { processTypes, legalHypotheses }) {
    checkKey(item.key);
    const problems = [
      textProblem('name', item.name, { max: 100 }),
      ...item.subjects.map((subject, index) => textProblem(`subjects.${String(index)}`, subject, { max: 200 })),
    ];
    refuseProblems(problems.filter((problem) => problem !== undefined));
    const { municipalityId, legalHypothesisKey } = item;
    if (legalHypothesisKey !== null) await refuseUnknownHypothesis(municipalityId, legalHypothesisKey, legalHypotheses);
    const before = await processTypes.find(municipalityId, item.key);
    if (expectedVersion != null && expectedVersion !== before?.version) throw platformErrors.STALE_VERSION();
    const after: ProcessType = { ...item, version: (before?.version ?? 0) + 1 };
    await processTypes.save(after);
    return {
      result: after,
      audit: [{ entity: { type: 'process-type', id: `${municipalityId}:${item.key}` }, municipalityId, before: before ?? null, after }],
    };
  },
});
