import { CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  type GraphQLSchema,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/**
 * Changes that would break a client of the released API and were not announced.
 * Announced means: what goes away was deprecated in the release, with a reason that ends
 * "removed after YYYY-MM-DD", and that day is over.
 */
export async function unannouncedBreakingChanges(released: string, current: string, today: string): Promise<string[]> {
  const releasedSchema = buildSchema(released);
  const changes = await diff(releasedSchema, buildSchema(current));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .filter(({ path }) => !isAnnounced(deprecationReason(releasedSchema, path), today))
    .map(({ message }) => message);
}

function isAnnounced(reason: string | null | undefined, today: string): boolean {
  const removedAfter = /removed after (\d{4}-\d{2}-\d{2})/.exec(reason ?? '')?.[1];
  return removedAfter !== undefined && removedAfter < today;
}

function deprecationReason(schema: GraphQLSchema, path: string | undefined): string | null | undefined {
  const [typeName = '', memberName = '', argumentName] = (path ?? '').split('.');
  const type = schema.getType(typeName);
  if (isEnumType(type)) return type.getValue(memberName)?.deprecationReason;
  if (isInputObjectType(type)) return type.getFields()[memberName]?.deprecationReason;
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  const field = type.getFields()[memberName];
  const argument = field?.args.find(({ name }) => name === argumentName);
  return argumentName === undefined ? field?.deprecationReason : argument?.deprecationReason;
}
