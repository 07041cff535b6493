import type { CodegenConfig } from '@graphql-codegen/cli';

/** TypeScript of each scalar after parsing; one that is missing here stops the generation. */
const scalars = {
  ID: 'string',
  DateTime: 'Date',
  LocalDate: 'string',
  CPF: 'string',
  CNPJ: 'string',
  NUP: 'string',
  ProcessNumber: 'string',
  JSON: 'unknown',
  _FieldSet: 'string',
};

/**
 * Resolver types of a subgraph: `schema.graphql` or `schema/*.graphql` -> `src/generated/graphql.ts`.
 * `mappers` names the domain type behind each GraphQL type, relative to the generated file:
 * `{ Ticket: '../domain/ticket.ts#Ticket' }`.
 */
export function subgraphCodegen(mappers: Record<string, string>): CodegenConfig {
  return {
    schema: ['schema.graphql', 'schema/*.graphql'],
    silent: true,
    generates: {
      'src/generated/graphql.ts': {
        plugins: ['typescript', 'typescript-resolvers'],
        config: {
          federation: true,
          contextType: '../adapters/graphql/context.ts#GraphQLContext',
          mappers,
          scalars,
          strictScalars: true,
          enumsAsTypes: true,
          useTypeImports: true,
          // Imports already name the .ts file.
          importExtension: '',
          maybeValue: 'T | null | undefined',
          makeResolverTypeCallable: true,
        },
      },
    },
  };
}
