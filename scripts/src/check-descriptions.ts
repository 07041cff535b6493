import {
  type GraphQLNamedType,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

interface Described {
  coordinate: string;
  description?: string | null | undefined;
}

/** Coordinates (`Ticket.number`, `Query.ticket(id:)`) of everything public that nobody explained. */
export function undescribed(apiSchema: string): string[] {
  const schema = buildSchema(apiSchema);
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  // The roots are GraphQL's own; every subgraph extends them.
  const roots = [schema.getQueryType()?.name, schema.getMutationType()?.name];
  return types
    .flatMap(partsOf)
    .filter(({ description }) => (description ?? '').trim() === '')
    .map(({ coordinate }) => coordinate)
    .filter((coordinate) => !roots.includes(coordinate));
}

function partsOf(type: GraphQLNamedType): Described[] {
  const self: Described = { coordinate: type.name, description: type.description };
  if (isEnumType(type)) return [self, ...type.getValues().map((value) => part(type.name, value))];
  if (isInputObjectType(type)) return [self, ...Object.values(type.getFields()).map((field) => part(type.name, field))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [self];
  const fields = Object.values(type.getFields()).flatMap((field) => [
    part(type.name, field),
    ...field.args.map(({ name, description }) => ({ coordinate: `${type.name}.${field.name}(${name}:)`, description })),
  ]);
  return [self, ...fields];
}

function part(typeName: string, { name, description }: { name: string; description?: string | null | undefined }): Described {
  return { coordinate: `${typeName}.${name}`, description };
}
