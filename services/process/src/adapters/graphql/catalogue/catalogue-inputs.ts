import type { ConfigureDocumentTypeInput, ConfigureLegalHypothesisInput, ConfigureProcessTypeInput } from '../../../generated/graphql.ts';
import type { ConfigureDocumentType } from '../../../use-cases/catalogue/configure-document-type.ts';
import type { ConfigureLegalHypothesis } from '../../../use-cases/catalogue/configure-legal-hypothesis.ts';
import type { ConfigureProcessType } from '../../../use-cases/catalogue/configure-process-type.ts';

/** What the schema says of a field that is left out. */
export function processTypeFrom(input: ConfigureProcessTypeInput): ConfigureProcessType {
  const { municipalityId, key, name, accessLevels, expectedVersion } = input;
  return {
    municipalityId,
    key,
    name,
    active: input.active ?? true,
    openableByStaff: input.openableByStaff ?? true,
    accessLevels: [...accessLevels],
    legalHypothesisKey: input.legalHypothesisKey ?? null,
    unitIds: [...(input.unitIds ?? [])],
    subjects: [...(input.subjects ?? [])],
    acceptsIntercurrent: input.acceptsIntercurrent ?? true,
    expectedVersion,
  };
}

export function documentTypeFrom(input: ConfigureDocumentTypeInput): ConfigureDocumentType {
  const { municipalityId, key, name, makings, forcedAccessLevel, expectedVersion } = input;
  const legalHypothesisKey = input.forcedLegalHypothesisKey ?? null;
  return {
    municipalityId,
    key,
    name,
    active: input.active ?? true,
    makings: [...makings],
    template: input.template ?? null,
    forcedAccess: forcedAccessLevel == null ? null : { accessLevel: forcedAccessLevel, legalHypothesisKey },
    inPetitions: input.inPetitions ?? false,
    inIntimations: input.inIntimations ?? false,
    expectedVersion,
  };
}

export function legalHypothesisFrom(input: ConfigureLegalHypothesisInput): ConfigureLegalHypothesis {
  const { municipalityId, key, name, legalBasis, accessLevel, expectedVersion } = input;
  return { municipalityId, key, name, legalBasis, accessLevel, active: input.active ?? true, expectedVersion };
}
