import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import type { DocumentType } from '../../domain/catalogue/document-type.ts';
import { defineUseCase } from '../define.ts';
import { checkKey } from './check-key.ts';
import { checkedTemplate } from './checked-template.ts';
import { refuseUnknownHypothesis } from './refuse-unknown-hypothesis.ts';

export type ConfigureDocumentType = Omit<DocumentType, 'version'> & { readonly expectedVersion?: number | null | undefined };

/** An administrator adds or changes a type of document; types in use are not removed but made inactive. */
export const configureDocumentType = defineUseCase({
  name: 'configureDocumentType',
  action: 'catalogue:configure',
  load: ({ input }: { input: ConfigureDocumentType }) => input,

  async run({ input: { expectedVersion, ...input } }, { documentTypes, legalHypotheses, sanitise }) {
    const item = { ...input, makings: [...new Set(input.makings)], template: input.template === null ? null : checkedTemplate(input.template, { sanitise }) };
    checkKey(item.key);
    refuseProblems([textProblem('name', item.name, { max: 100 }), item.makings.length === 0 ? noMaking : undefined].filter((problem) => problem !== undefined));
    const { municipalityId, forcedAccess } = item;
    if (forcedAccess?.legalHypothesisKey != null) await refuseUnknownHypothesis(municipalityId, forcedAccess.legalHypothesisKey, legalHypotheses);
    const before = await documentTypes.find(municipalityId, item.key);
    if (expectedVersion != null && expectedVersion !== before?.version) throw platformErrors.STALE_VERSION();
    const after: DocumentType = { ...item, version: (before?.version ?? 0) + 1 };
    await documentTypes.save(after);
    return {
      result: after,
      audit: [{ entity: { type: 'document-type', id: `${municipalityId}:${item.key}` }, municipalityId, before: before ?? null, after }],
    };
  },
});

const noMaking: FieldProblem = {
  path: 'makings',
  code: 'REQUIRED',
  message: { pt: 'Informe como os documentos deste tipo são feitos.', en: 'Say how documents of this type are made.' },
};
