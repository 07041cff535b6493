import { inBrasilia } from '@guiche/kit/calendar';
import { kindLabel, levelLabel, methodLabel } from '../../../domain/signatures/signature.ts';
import type { SignatureResolvers } from '../../../generated/graphql.ts';

export const Signature: SignatureResolvers = {
  kind: ({ kind }) => ({ value: kind, label: kindLabel(kind) }),
  signedAtInBrasilia: ({ signedAt }) => inBrasilia(signedAt),
  method: ({ method }) => ({ value: method, label: methodLabel(method) }),
  level: ({ level }) => ({ value: level, label: levelLabel(level) }),
};
