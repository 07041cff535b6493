import type { MaskReading } from '../../../domain/numbers/read-number.ts';
import type { ProcessNumberCheckResolvers, ProcessNumberCheckResult } from '../../../generated/graphql.ts';
import { viewOf } from '../mappers.ts';

const values: Readonly<Record<MaskReading['kind'], ProcessNumberCheckResult>> = {
  'fits': 'FITS',
  'wrong-check-digits': 'WRONG_CHECK_DIGITS',
  'other': 'NOT_OF_MUNICIPALITY',
};

const labels: Readonly<Record<ProcessNumberCheckResult, string>> = {
  FITS: 'O número foi digitado corretamente',
  WRONG_CHECK_DIGITS: 'Os dígitos verificadores não conferem com os demais: confira o que foi digitado',
  NOT_OF_MUNICIPALITY: 'Não é um número de processo deste município',
};

export const ProcessNumberCheck: ProcessNumberCheckResolvers = {
  result: ({ kind }) => viewOf(labels, values[kind]),
  number: (reading) => (reading.kind === 'fits' ? reading.number.text : reading.kind === 'wrong-check-digits' ? reading.corrected : null),
  expectedCheckDigits: (reading) => (reading.kind === 'wrong-check-digits' ? reading.expected : null),
};
