import { signatureActs } from '../../../domain/signatures/level.ts';
import { levelLabel } from '../../../domain/signatures/signature.ts';
import type { DocumentTypeSignatureLevelResolvers, SignatureLevelsResolvers } from '../../../generated/graphql.ts';
import { stub, viewOf } from '../mappers.ts';
import { actLabels } from './labels.ts';

export const SignatureLevels: SignatureLevelsResolvers = {
  municipality: ({ municipalityId }) => stub(municipalityId),
  acts: ({ levels }) =>
    signatureActs.map((act) => ({ act: viewOf(actLabels, act), level: { value: levels[act], label: levelLabel(levels[act]) } })),
  documentTypes: ({ byDocumentType }) => [...byDocumentType],
};

export const DocumentTypeSignatureLevel: DocumentTypeSignatureLevelResolvers = {
  level: ({ level }) => ({ value: level, label: levelLabel(level) }),
};
