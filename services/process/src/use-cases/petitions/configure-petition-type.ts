import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import { makeableAs } from '../../domain/catalogue/document-type.ts';
import { processErrors } from '../../domain/errors.ts';
import type { PetitionType } from '../../domain/petitions/petition-type.ts';
import { listProblem } from '../../domain/list-problem.ts';
import { refuseSecretDocumentType, refuseSecretProcessType } from '../../domain/petitions/secrecy.ts';
import { defineUseCase } from '../define.ts';
import type { Ports } from '../ports.ts';

const unitLimit = 100;
/** All essential ones and the principal document fit into one petition. */
const typeLimit = 50;

export type ConfigurePetitionType = Omit<PetitionType, 'version'> & { readonly expectedVersion?: number | null | undefined };

/** An administrator offers a petition; it opens processes of the type with the same key. */
export const configurePetitionType = defineUseCase({
  name: 'configurePetitionType',
  action: 'catalogue:configure',
  load: ({ input }: { input: ConfigurePetitionType }) => input,

  async run({ input: { expectedVersion, ...item } }, ports) {
    refuseProblems(
      [
        textProblem('name', item.name, { max: 100 }),
        textProblem('guidance', item.guidance, { max: 1000 }),
        item.body === null ? undefined : textProblem('body', item.body, { max: 20 }),
        listProblem('unitIds', item.unitIds, unitLimit),
        listProblem('essentialTypeKeys', item.essentialTypeKeys, typeLimit),
        listProblem('complementaryTypeKeys', item.complementaryTypeKeys, typeLimit),
      ].filter((problem) => problem !== undefined),
    );
    await refuseUnknown(item, ports);
    const { municipalityId, key } = item;
    const before = await ports.petitionTypes.find(municipalityId, key);
    if (expectedVersion != null && expectedVersion !== before?.version) throw platformErrors.STALE_VERSION();
    const lists = { unitIds: once(item.unitIds), essentialTypeKeys: once(item.essentialTypeKeys), complementaryTypeKeys: once(item.complementaryTypeKeys) };
    const after: PetitionType = { ...item, ...lists, version: (before?.version ?? 0) + 1 };
    await ports.petitionTypes.save(after);
    return {
      result: after,
      audit: [{ entity: { type: 'petition-type', id: `${municipalityId}:${key}` }, municipalityId, before: before ?? null, after }],
    };
  },
});

const once = (keys: readonly string[]): string[] => [...new Set(keys)];

/** A petition on offer names only units and types that the municipality has, so that nobody finds out when filing. */
async function refuseUnknown(type: Omit<PetitionType, 'version'>, { processTypes, documentTypes, units }: Ports): Promise<void> {
  const { municipalityId, key: typeKey, unitIds } = type;
  const processType = await processTypes.find(municipalityId, typeKey);
  if (processType?.active !== true) throw processErrors.PROCESS_TYPE_UNKNOWN({ typeKey });
  refuseSecretProcessType(processType);
  if (unitIds.length < 1) throw processErrors.UNIT_NOT_FOUND();
  for (const id of unitIds) {
    const unit = await units.find(id);
    if (unit?.active !== true || unit.municipalityId !== municipalityId) throw processErrors.UNIT_NOT_FOUND();
  }
  const others = [...type.essentialTypeKeys, ...type.complementaryTypeKeys].map((key) => ({ key, making: 'UPLOAD' as const }));
  for (const { key, making } of [{ key: type.principal.documentTypeKey, making: type.principal.making }, ...others]) {
    const found = await documentTypes.find(municipalityId, key);
    refuseSecretDocumentType(makeableAs(found?.inPetitions === true ? found : undefined, making, key));
  }
}
