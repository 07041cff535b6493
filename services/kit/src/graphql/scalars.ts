import { GraphQLScalarType, Kind } from 'graphql';
import { DateTimeResolver } from 'graphql-scalars';
import { parseCpf, plainCharacters, readCnpj, readNup } from '../registry-numbers/index.ts';
import type { NumberReading } from '../registry-numbers/index.ts';
import { scalarErrors } from './scalar-errors.ts';

const localDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** A sequence has five digits at least, a year two (domain.md section 3). */
const processNumber = /^[0-9A-Z]*(\d[0-9A-Z]*){7}$/;

/** A text scalar: `read` gives the canonical form, or throws. Anything but text is read as none. */
function textScalar(name: string, description: string, read: (text: string) => string): GraphQLScalarType<string, string> {
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: (value) => read(typeof value === 'string' ? value : ''),
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : ''),
  });
}

/** A legal date without time or zone, `2026-03-18`. */
export const LocalDateScalar = textScalar('LocalDate', 'A legal date, `2026-03-18`.', (text) => {
  if (!localDate.test(text) || !new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)) throw scalarErrors.INVALID_DATE();
  return text;
});

/** CPF: any formatting is accepted, 11 digits come back. */
export const CpfScalar = textScalar('CPF', 'CPF, formatted in any way; canonical form is 11 digits.', (text) => {
  const cpf = parseCpf(text);
  if (cpf === undefined) throw scalarErrors.INVALID_CPF();
  return cpf;
});

/** CNPJ, numeric or alphanumeric: any formatting and case is accepted, 14 characters come back. */
export const CnpjScalar = textScalar('CNPJ', 'CNPJ, numeric or alphanumeric, formatted in any way; canonical form is 14 characters.', (text) =>
  canonicalOf(readCnpj(text), scalarErrors.INVALID_CNPJ, scalarErrors.WRONG_CNPJ_CHECK_DIGITS),
);

/** NUP: any formatting is accepted, 17 digits come back. */
export const NupScalar = textScalar('NUP', 'NUP, formatted in any way; canonical form is 17 digits.', (text) =>
  canonicalOf(readNup(text), scalarErrors.INVALID_NUP, scalarErrors.WRONG_NUP_CHECK_DIGITS),
);

/**
 * A process number of any city: formatting and case do not matter, letters and digits come back. Whether it fits a
 * city's mask only that city's service can say.
 */
export const ProcessNumberScalar = textScalar(
  'ProcessNumber',
  'Number of a process, formatted in any way and case; canonical form is its letters and digits.',
  (text) => {
    const characters = plainCharacters(text) ?? '';
    if (!processNumber.test(characters)) throw scalarErrors.INVALID_PROCESS_NUMBER();
    return characters;
  },
);

/** An instant, RFC 3339 in UTC. */
export const DateTimeScalar = DateTimeResolver;

/** All scalars by name, to spread into a resolver map; a service's SDL declares the ones it uses. */
export const scalarResolvers = {
  DateTime: DateTimeScalar,
  LocalDate: LocalDateScalar,
  CPF: CpfScalar,
  CNPJ: CnpjScalar,
  NUP: NupScalar,
  ProcessNumber: ProcessNumberScalar,
};

type Refuse = (details?: { expectedCheckDigits: string }) => Error;

function canonicalOf(reading: NumberReading, invalid: Refuse, wrongCheckDigits: Refuse): string {
  switch (reading.kind) {
    case 'number':
      return reading.canonical;
    case 'wrong-check-digits':
      throw wrongCheckDigits({ expectedCheckDigits: reading.expected });
    case 'no-number':
      throw invalid();
  }
}
