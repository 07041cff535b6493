import { basename } from 'node:path';
import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const VAGUE_NAMES = /^(.*-)?(utils?|helpers?|common|shared|manager)$|^services?$/;

/** File names say what is inside: kebab-case, PascalCase only for a GraphQL type, and nothing vague. */
const fileName = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program(node) {
      const [name = ''] = basename(context.filename).split('.');
      const isTypeResolver = /\/adapters\/graphql\//.test(context.filename);
      if (VAGUE_NAMES.test(name)) {
        context.report({ node, message: `"${name}" wants to be two files, each named after its one export.` });
      } else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && !(isTypeResolver && /^[A-Z][A-Za-z]*$/.test(name))) {
        context.report({ node, message: `"${name}" is not kebab-case.` });
      }
    },
  }),
};

const NO_GLOBAL_PROCESS = { name: 'process', message: 'A process is a business noun; only config.ts reads the environment.' };
const NO_NODE_PROCESS = { name: 'node:process', message: 'The operating system is the business of kit and scripts.' };

const tests = ['**/*.spec.ts', '**/*.fixture.ts', '**/test/**', '**/testing/**'];
const programs = ['scripts/**', 'proto/src/add-fixtures.ts'];

export default defineConfig(
  globalIgnores(['**/generated/', '**/node_modules/', '.guiche/', '**/.turbo/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    plugins: { guiche: { rules: { 'file-name': fileName } } },
    rules: {
      'guiche/file-name': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
      // Resolvers and ports are asynchronous by contract, also where nothing has to be awaited.
      '@typescript-eslint/require-await': 'off',
      // There are no classes: ports and use cases are objects of functions, taken apart at will.
      '@typescript-eslint/unbound-method': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'no-restricted-globals': ['error', NO_GLOBAL_PROCESS],
      'no-restricted-imports': ['error', { paths: [NO_NODE_PROCESS] }],
    },
  },
  { files: ['services/kit/**', ...programs, ...tests], rules: { 'no-restricted-imports': 'off' } },
  { files: ['**/config.ts', ...programs, ...tests], rules: { 'no-restricted-globals': 'off' } },
  { files: programs, rules: { 'no-console': 'off' } },
  { files: ['**/codegen.ts'], rules: { 'no-restricted-exports': 'off' } },
  {
    files: tests,
    rules: {
      // What a test reads from a response is checked by the assertion itself.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // The composed API is what clients see; the subgraphs' files also hold federation's own words.
    files: ['gateway/api-schema.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: `${import.meta.dirname}/gateway/api-schema.graphql` } },
    },
    rules: {
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: 'PascalCase',
          FieldDefinition: 'camelCase',
          InputValueDefinition: 'camelCase',
          EnumValueDefinition: 'UPPER_CASE',
          allowLeadingUnderscore: false,
        },
      ],
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/relay-connection-types': 'error',
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      '@graphql-eslint/relay-page-info': 'error',
      '@graphql-eslint/require-deprecation-reason': 'error',
    },
  },
);
