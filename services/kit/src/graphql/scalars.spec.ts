import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApolloServer } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { pino } from 'pino';
import { formatErrors } from './format-errors.ts';
import { scalarResolvers } from './scalars.ts';

const typeDefs = `
  scalar CPF scalar CNPJ scalar NUP scalar ProcessNumber scalar LocalDate
  input Numbers { cpf: CPF, cnpj: CNPJ, nup: NUP, number: ProcessNumber, date: LocalDate, inner: [Numbers!] }
  type Query { echo(input: Numbers): String, cnpj(cnpj: CNPJ): CNPJ }
`;
const Query = {
  echo: (_parent: unknown, { input }: { input: unknown }) => JSON.stringify(input),
  cnpj: (_parent: unknown, { cnpj }: { cnpj: string }) => cnpj,
};

describe('a scalar', () => {
  const { CPF, CNPJ, NUP, ProcessNumber, LocalDate } = scalarResolvers;
  let errors: readonly GraphQLFormattedError[] = [];
  const noteErrors: ApolloServerPlugin = {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: (request) => {
          errors = formatErrors(request.errors ?? [], { language: 'pt', correlationId: 'c', log: pino({ enabled: false }) });
          return Promise.resolve();
        },
      }),
  };
  const server = new ApolloServer({ typeDefs, resolvers: { CPF, CNPJ, NUP, ProcessNumber, LocalDate, Query }, plugins: [noteErrors] });
  beforeAll(() => server.start());
  afterAll(() => server.stop());

  const ask = async (query: string, variables: object = {}): Promise<{ data: unknown; errors: readonly GraphQLFormattedError[] }> => {
    const { body } = await server.executeOperation({ query, variables: { ...variables } });
    return { data: body.kind === 'single' ? body.singleResult.data : undefined, errors };
  };
  const send = (input: object) => ask('query($input: Numbers) { echo(input: $input) }', { input });

  it('accepts any formatting and case, and gives the canonical form', async () => {
    const { data } = await send({
      cpf: ' 529.982.247-25', cnpj: '12.abc.345/01de-35', nup: '53500 052679 2020 08', number: 'pmc 2021 00035498 55', date: '2026-03-18',
    });
    expect(JSON.parse((data as { echo: string }).echo)).toEqual({
      cpf: '52998224725', cnpj: '12ABC34501DE35', nup: '53500052679202008', number: 'PMC20210003549855', date: '2026-03-18',
    });
    expect((await ask('{ cnpj(cnpj: "51.885.242/0001-40") }')).data).toEqual({ cnpj: '51885242000140' });
  });

  it.each([
    ['cnpj', '12ABC34501DE36', { code: 'WRONG_CNPJ_CHECK_DIGITS', expectedCheckDigits: '35' }],
    ['nup', '00065.070646/2024-74', { code: 'WRONG_NUP_CHECK_DIGITS', expectedCheckDigits: '85' }],
    ['cnpj', '12ABC', { code: 'INVALID_CNPJ' }],
    ['nup', '0000001.00000001/2015-98', { code: 'INVALID_NUP' }],
    ['number', 'ação 2021 00035498', { code: 'INVALID_PROCESS_NUMBER' }],
    ['number', 'PMC.2021', { code: 'INVALID_PROCESS_NUMBER' }],
    ['number', '1'.repeat(100_000), { code: 'INVALID_PROCESS_NUMBER' }],
    ['date', '2026-02-30', { code: 'INVALID_DATE' }],
    ['date', 20260218, { code: 'INVALID_DATE' }],
  ])('%s refuses %j with a code, says where, and which digits would be right', async (name, text, extensions) => {
    const { errors } = await send({ inner: [{ [name]: text }] });
    expect(errors).toMatchObject([{ extensions: { kind: 'invalid', fields: [{ path: `inner.0.${name}`, code: extensions.code }], ...extensions } }]);
  });

  it('never helps with a CPF, and repeats it to nobody', async () => {
    const { errors } = await send({ cpf: '529.982.247-26' });
    expect(errors).toMatchObject([{ message: 'O CPF não é válido. Confira os 11 dígitos.', extensions: { code: 'INVALID_CPF' } }]);
    expect(JSON.stringify(errors)).not.toContain('25');
    expect(JSON.stringify(errors)).not.toContain('529');
  });

  it('refuses the same inside the text of an operation', async () => {
    const { errors } = await ask('{ cnpj(cnpj: "12ABC34501DE36") }');
    expect(errors).toMatchObject([{ extensions: { code: 'WRONG_CNPJ_CHECK_DIGITS', expectedCheckDigits: '35' } }]);
  });

  it('believes no path that a client made up', async () => {
    const { errors } = await ask('query($n: CPF) { echo(input: { cpf: $n }) }', { n: 'x" at "input.password"' });
    expect(errors[0]?.extensions).toEqual({ code: 'INVALID_CPF', kind: 'invalid', correlationId: 'c' });
  });
});
