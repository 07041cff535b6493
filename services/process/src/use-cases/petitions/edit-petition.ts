import { refuseProblems, textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import { parseCnpj, parseCpf } from '@guiche/kit/registry-numbers';
import { processErrors } from '../../domain/errors.ts';
import { changeDraft } from '../../domain/petitions/petition.ts';
import type { NamedParty } from '../../domain/petitions/petition.ts';
import { defineUseCase } from '../define.ts';
import { refuseStale } from '../refuse-stale.ts';
import { loadPetition } from './load-petition.ts';

export interface EditPetition {
  readonly petitionId: string;
  readonly unitId?: string | null | undefined;
  readonly specification?: string | null | undefined;
  readonly parties?: readonly NamedParty[] | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

const partyLimit = 50;

/** The author changes what the draft is about; what is not given stays as it is. */
export const editPetition = defineUseCase({
  name: 'editPetition',
  action: 'petition:edit',
  load: ({ input }: { input: EditPetition }, ports) => loadPetition(input, ports),

  async run({ input, resource: petition, now }, { petitions, petitionTypes }) {
    refuseStale(petition, input.expectedVersion);
    const type = petition.typeKey === null ? undefined : await petitionTypes.find(petition.municipalityId, petition.typeKey);
    const specification = input.specification ?? petition.specification;
    const parties = input.parties?.map(({ name, document }) => ({ name: name.trim(), document: canonical(document) ?? document })) ?? petition.parties;
    refuseProblems([
      ...(input.specification == null ? [] : [textProblem('specification', input.specification, { max: 100 })].filter((problem) => problem !== undefined)),
      ...parties.flatMap(partyProblems),
      ...(parties.length > partyLimit ? [tooMany] : []),
      ...((input.parties?.length ?? 0) > 0 && type?.takesOtherParties !== true ? [notTaken] : []),
    ]);
    const unitId = input.unitId ?? petition.unitId;
    if (input.unitId != null) {
      if (type?.unitIds.includes(input.unitId) !== true) throw processErrors.PETITION_UNIT_UNKNOWN();
    }
    await petitions.save(changeDraft(petition, { specification, parties, unitId }, now));
    return { result: { petitionId: petition.id } };
  },
});

const notTaken: FieldProblem = {
  path: 'parties',
  code: 'NOT_ALLOWED',
  message: { pt: 'Esta petição não indica outros interessados.', en: 'This petition names no other interested parties.' },
};

const tooMany: FieldProblem = {
  path: 'parties',
  code: 'TOO_MANY',
  message: { pt: `Indique no máximo ${String(partyLimit)} interessados.`, en: `Name at most ${String(partyLimit)} interested parties.` },
};

function canonical(document: string): string | undefined {
  return parseCpf(document) ?? parseCnpj(document);
}

function partyProblems({ name, document }: NamedParty, index: number): FieldProblem[] {
  const path = `parties.${String(index)}`;
  const number: FieldProblem | undefined =
    canonical(document) === undefined
      ? {
          path: `${path}.document`,
          code: 'INVALID_DOCUMENT',
          message: { pt: 'Informe um CPF ou CNPJ válido.', en: 'Give a valid CPF or CNPJ.' },
        }
      : undefined;
  return [textProblem(`${path}.name`, name, { max: 150 }), number].filter((problem) => problem !== undefined);
}
