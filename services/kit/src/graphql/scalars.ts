import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { DateTimeResolver } from 'graphql-scalars';
import { parseCnpj, parseCpf } from '../registry-numbers/index.ts';

const localDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A text scalar that accepts what `parse` understands and hands on its canonical form. */
function textScalar(name: string, description: string, code: string, parse: (text: string) => string | undefined): GraphQLScalarType<string, string> {
  const read = (value: unknown): string => {
    const parsed = typeof value === 'string' ? parse(value.slice(0, 64)) : undefined;
    if (parsed === undefined) {
      throw new GraphQLError(`${name}: valor inválido. Confira o que foi digitado.`, { extensions: { code, kind: 'invalid' } });
    }
    return parsed;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** A legal date without time or zone, `2026-03-18`. */
export const LocalDateScalar = textScalar('LocalDate', 'A legal date, `2026-03-18`.', 'INVALID_DATE', (text) => {
  if (!localDate.test(text)) return undefined;
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text) ? text : undefined;
});

/** CPF: any mask is accepted, 11 digits come back. */
export const CpfScalar = textScalar('CPF', 'CPF, with or without mask; canonical form is 11 digits.', 'INVALID_CPF', parseCpf);

/** CNPJ, numeric or alphanumeric: any mask and case is accepted, 14 characters come back. */
export const CnpjScalar = textScalar('CNPJ', 'CNPJ, numeric or alphanumeric; canonical form is 14 characters.', 'INVALID_CNPJ', parseCnpj);

/** An instant, RFC 3339 in UTC. */
export const DateTimeScalar = DateTimeResolver;

/** All scalars by name, to spread into a resolver map; a service's SDL declares the ones it uses. */
export const scalarResolvers = { DateTime: DateTimeScalar, LocalDate: LocalDateScalar, CPF: CpfScalar, CNPJ: CnpjScalar };

