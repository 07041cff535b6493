import { Kind, parse } from 'graphql';

/** Says whether objects of `type` fit a condition on `condition`, over all types of the supergraph. */
export type IsOfType = (type: string, condition: string) => boolean;

/**
 * Reads the supergraph's interfaces and unions. The API's schema would not do: plans also name types that clients may
 * not see. A second schema would cost megabytes; this is a few names.
 */
export function readSubtypes(supergraphSdl: string): IsOfType {
  const members = new Map<string, Set<string>>();
  const add = (condition: string, type: string): void => {
    members.set(condition, (members.get(condition) ?? new Set()).add(type));
  };
  for (const node of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (node.kind === Kind.UNION_TYPE_DEFINITION) for (const type of node.types ?? []) add(node.name.value, type.name.value);
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      for (const condition of node.interfaces ?? []) add(condition.name.value, node.name.value);
    }
  }
  return (type, condition) => type === condition || members.get(condition)?.has(type) === true;
}
