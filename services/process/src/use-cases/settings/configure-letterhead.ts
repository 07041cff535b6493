import { refuseProblems, textProblem } from '@guiche/kit/errors';
import { processErrors } from '../../domain/errors.ts';
import { letterheadLineLimit } from '../../domain/settings/municipality.ts';
import type { Letterhead } from '../../domain/settings/municipality.ts';
import { defineUseCase } from '../define.ts';

/** An administrator sets the lines under the municipality's name on its documents (timbre). */
export const configureLetterhead = defineUseCase({
  name: 'configureLetterhead',
  action: 'letterhead:configure',
  load: ({ input }: { input: Letterhead }) => input,

  async run({ input: { municipalityId, lines } }, { letterheads }) {
    if (lines.length > letterheadLineLimit) throw processErrors.LETTERHEAD_TOO_LONG({ maximum: letterheadLineLimit });
    const problems = lines.map((line, index) => textProblem(`lines.${String(index)}`, line, { max: 120 }));
    refuseProblems(problems.filter((problem) => problem !== undefined));
    const before = await letterheads.find(municipalityId);
    await letterheads.save({ municipalityId, lines });
    return {
      result: { municipalityId, lines },
      audit: [{ entity: { type: 'letterhead', id: municipalityId }, municipalityId, before: before ?? null, after: { lines } }],
    };
  },
});
