import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import type { LegalHypothesis } from '../../domain/catalogue/legal-hypothesis.ts';
import { processErrors } from '../../domain/errors.ts';
import { defineUseCase } from '../define.ts';
import { checkKey } from './check-key.ts';

export type ConfigureLegalHypothesis = Omit<LegalHypothesis, 'version'> & { readonly expectedVersion?: number | null | undefined };

/** An administrator adds or changes a legal hypothesis; what stands on processes already keeps its wording. */
export const configureLegalHypothesis = defineUseCase({
  name: 'configureLegalHypothesis',
  action: 'catalogue:configure',
  load: ({ input }: { input: ConfigureLegalHypothesis }) => input,

  async run({ input: { expectedVersion, ...item } }, { legalHypotheses }) {
    checkKey(item.key);
    if (item.accessLevel === 'PUBLIC') throw processErrors.LEGAL_HYPOTHESIS_NOT_ALLOWED();
    refuseProblems(
      [textProblem('name', item.name, { max: 80 }), textProblem('legalBasis', item.legalBasis, { max: 110 })].filter((problem) => problem !== undefined),
    );
    const { municipalityId } = item;
    const before = await legalHypotheses.find(municipalityId, item.key);
    if (expectedVersion != null && expectedVersion !== before?.version) throw platformErrors.STALE_VERSION();
    const after: LegalHypothesis = { ...item, version: (before?.version ?? 0) + 1 };
    await legalHypotheses.save(after);
    return {
      result: after,
      audit: [{ entity: { type: 'legal-hypothesis', id: `${municipalityId}:${item.key}` }, municipalityId, before: before ?? null, after }],
    };
  },
});
