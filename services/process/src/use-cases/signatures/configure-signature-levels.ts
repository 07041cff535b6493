import { platformErrors, refuseProblems } from '@guiche/kit/errors';
import { processErrors } from '../../domain/errors.ts';
import { levelsProblems, startingLevels } from '../../domain/signatures/level.ts';
import type { DocumentTypeLevel, SignatureAct } from '../../domain/signatures/level.ts';
import type { SignatureLevel } from '../../domain/signatures/signature.ts';
import { defineUseCase } from '../define.ts';

export interface ConfigureSignatureLevels {
  readonly municipalityId: string;
  /** Acts that are not named keep their level. */
  readonly acts: readonly { readonly act: SignatureAct; readonly level: SignatureLevel }[];
  /** The whole list in the place of the one before, when given. */
  readonly documentTypes?: readonly DocumentTypeLevel[] | null | undefined;
  readonly expectedVersion: number;
}

/** A city fixes the minimum levels of signatures by act (SG-01, Lei 14.063/2020 art. 5). */
export const configureSignatureLevels = defineUseCase({
  name: 'configureSignatureLevels',
  action: 'signature-level:configure',

  async load({ input }: { input: ConfigureSignatureLevels }, { municipalities }) {
    if ((await municipalities.find(input.municipalityId)) === undefined) throw processErrors.MUNICIPALITY_NOT_FOUND();
    return { municipalityId: input.municipalityId };
  },

  async run({ input }, { signatureLevels, documentTypes }) {
    const { municipalityId, acts, expectedVersion } = input;
    const before = (await signatureLevels.find(municipalityId)) ?? startingLevels(municipalityId);
    const byDocumentType = input.documentTypes ?? before.byDocumentType;
    refuseProblems(levelsProblems({ acts, byDocumentType }));
    for (const { typeKey } of input.documentTypes ?? []) {
      if ((await documentTypes.find(municipalityId, typeKey)) === undefined) throw processErrors.DOCUMENT_TYPE_UNKNOWN({ key: typeKey });
    }
    if (before.version !== expectedVersion) throw platformErrors.STALE_VERSION();
    const levels = { ...before.levels, ...Object.fromEntries(acts.map(({ act, level }) => [act, level])) };
    const after = { municipalityId, levels, byDocumentType, version: before.version + 1 };
    await signatureLevels.save(after);
    return {
      result: after,
      audit: [{ entity: { type: 'signature-levels', id: municipalityId }, municipalityId, before: before.levels, after: { levels, byDocumentType } }],
    };
  },
});
