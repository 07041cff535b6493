import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import type { ProcessType } from '../../domain/catalogue/process-type.ts';
import { processErrors } from '../../domain/errors.ts';
import { listProblem } from '../../domain/list-problem.ts';
import { subjectLimit } from '../../domain/processes/description.ts';
import { defineUseCase } from '../define.ts';
import { checkKey } from './check-key.ts';
import { refuseUnknownHypothesis } from './refuse-unknown-hypothesis.ts';

const unitLimit = 100;

export type ConfigureProcessType = Omit<ProcessType, 'version'> & { readonly expectedVersion?: number | null | undefined };

/** An administrator adds or changes a type of process; types in use are not removed but made inactive. */
export const configureProcessType = defineUseCase({
  name: 'configureProcessType',
  action: 'catalogue:configure',
  load: ({ input }: { input: ConfigureProcessType }) => input,

  async run({ input: { expectedVersion, ...item } }, { processTypes, legalHypotheses, units }) {
    checkKey(item.key);
    const problems = [
      textProblem('name', item.name, { max: 100 }),
      item.accessLevels.length === 0 ? noLevel : undefined,
      listProblem('subjects', item.subjects, subjectLimit),
      ...item.subjects.slice(0, subjectLimit).map((subject, index) => textProblem(`subjects.${String(index)}`, subject, { max: 100 })),
      listProblem('unitIds', item.unitIds, unitLimit),
    ];
    refuseProblems(problems.filter((problem) => problem !== undefined));
    const { municipalityId, legalHypothesisKey } = item;
    const known = new Set((await units.findMany(item.unitIds)).filter((unit) => unit.municipalityId === municipalityId).map(({ id }) => id));
    const unknown = item.unitIds.find((id) => !known.has(id));
    if (unknown !== undefined) throw processErrors.UNIT_NOT_FOUND({ unitId: unknown });
    if (legalHypothesisKey !== null) await refuseUnknownHypothesis(municipalityId, legalHypothesisKey, legalHypotheses);
    const before = await processTypes.find(municipalityId, item.key);
    if (expectedVersion != null && expectedVersion !== before?.version) throw platformErrors.STALE_VERSION();
    const after: ProcessType = { ...item, accessLevels: [...new Set(item.accessLevels)], version: (before?.version ?? 0) + 1 };
    await processTypes.save(after);
    return {
      result: after,
      audit: [{ entity: { type: 'process-type', id: `${municipalityId}:${item.key}` }, municipalityId, before: before ?? null, after }],
    };
  },
});

const noLevel: FieldProblem = {
  path: 'accessLevels',
  code: 'REQUIRED',
  message: { pt: 'Informe ao menos um nível de acesso.', en: 'Give at least one access level.' },
};
