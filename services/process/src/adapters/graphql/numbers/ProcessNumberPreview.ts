import type { CheckKind } from '../../../domain/numbers/check-digits.ts';
import type { CheckDigits, ProcessNumberPreviewResolvers } from '../../../generated/graphql.ts';
import { viewOf } from '../mappers.ts';

const values: Readonly<Record<CheckKind, CheckDigits>> = {
  'mod11': 'MOD11',
  'mod11-executivo-federal': 'MOD11_EXECUTIVO_FEDERAL',
  'mod97': 'MOD97',
  'mod97-cnj': 'MOD97_CNJ',
  'mod97-cnmp': 'MOD97_CNMP',
  'mod97-federal': 'MOD97_FEDERAL',
};

const labels: Readonly<Record<CheckDigits, string>> = {
  NONE: 'Sem dígitos verificadores: um erro de digitação não é acusado',
  MOD11: 'Módulo 11, um dígito: acusa quase todo erro em um só dígito',
  MOD11_EXECUTIVO_FEDERAL: 'Módulo 11 do Executivo Federal, dois dígitos: acusa quase todo erro em um só dígito',
  MOD97: 'Módulo 97 (ISO 7064), dois dígitos: acusa todo erro em um só dígito',
  MOD97_CNJ: 'Módulo 97 da Resolução CNJ 65/2008, dois dígitos: acusa todo erro em um só dígito',
  MOD97_CNMP: 'Módulo 97 da Resolução CNMP 168/2017, dois dígitos: acusa todo erro em um só dígito',
  MOD97_FEDERAL: 'Módulo 97 da Portaria Interministerial 2.321/2014 (revogada), dois dígitos: acusa todo erro em um só dígito',
};

export const ProcessNumberPreview: ProcessNumberPreviewResolvers = {
  lastOfYear: ({ last }) => last,
  checkDigits: ({ check }) => viewOf(labels, check === null ? 'NONE' : values[check]),
};
