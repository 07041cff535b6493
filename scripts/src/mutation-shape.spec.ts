import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { readTypeDefs } from '@guiche/kit/graphql';
import {
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeNode,
  parse,
  print,
} from 'graphql';
import { subgraphNames } from './compose-supergraph.ts';

const root = join(import.meta.dirname, '../..');

it.each(subgraphNames())(
  'every mutation of %s takes one input with an idempotency key and says whether it was replayed',
  (name) => {
    const document = parse(readTypeDefs(join(root, 'services', name)));
    const mutations = outputFields(document, 'Mutation');
    expect(mutations.length).toBeGreaterThan(0);
    expect(mutations.flatMap((mutation) => faultsOf(document, mutation))).toEqual([]);
  },
);

it('a mutation that keeps none of the promises is told for each', () => {
  const document = parse('type Mutation { close(id: ID!, input: Close): Closed } input Close { idempotencyKey: String! } type Closed { replayed: Boolean }');
  expect(outputFields(document, 'Mutation').flatMap((mutation) => faultsOf(document, mutation))).toEqual([
    'close: takes id: ID!, input: Close',
    'close: no `idempotencyKey: String` in its input',
    'close: no `replayed: Boolean!` in Closed',
  ]);
});

function faultsOf(document: DocumentNode, { name, arguments: given = [], type }: FieldDefinitionNode): string[] {
  const input = given.find((argument) => argument.name.value === 'input');
  const key = input && inputFields(document, nameOf(input.type)).find((field) => field.name.value === 'idempotencyKey');
  const replayed = outputFields(document, nameOf(type)).find((field) => field.name.value === 'replayed');
  const takesOneInput = given.length === 1 && input?.type.kind === Kind.NON_NULL_TYPE;
  const faults = [
    takesOneInput ? [] : [`takes ${given.map((argument) => `${argument.name.value}: ${print(argument.type)}`).join(', ')}`],
    key !== undefined && print(key.type) === 'String' ? [] : ['no `idempotencyKey: String` in its input'],
    replayed !== undefined && print(replayed.type) === 'Boolean!' ? [] : [`no \`replayed: Boolean!\` in ${nameOf(type)}`],
  ];
  return faults.flat().map((fault) => `${name.value}: ${fault}`);
}

function outputFields(document: DocumentNode, typeName: string): readonly FieldDefinitionNode[] {
  return document.definitions.flatMap((node) =>
    (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) && node.name.value === typeName ? (node.fields ?? []) : [],
  );
}

function inputFields(document: DocumentNode, typeName: string): readonly InputValueDefinitionNode[] {
  return document.definitions.flatMap((node) =>
    node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && node.name.value === typeName ? (node.fields ?? []) : [],
  );
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
