import type { Author } from '../../../domain/documents/document.ts';
import type { MovementAuthorResolvers, MovementResolvers, MovementSubjectResolvers } from '../../../generated/graphql.ts';
import { readProcess } from '../../../use-cases/processes/read-process.ts';
import type { MovementPartyModel } from '../models.ts';
import { movementKinds, stub, viewOf } from '../mappers.ts';

export const Movement: MovementResolvers = {
  kind: ({ kind }) => viewOf(movementKinds, kind),
  unit: ({ unitId }) => (unitId === null ? null : stub(unitId)),
  by: ({ by }) => authorView(by),
  async about({ about }, _args, { entity }) {
    if (about == null) return null;
    if (about.kind !== 'process') return { __typename: typeNames[about.kind], id: about.id };
    const process = await entity(readProcess, about.id);
    return process === null ? null : { __typename: 'Process', ...process };
  },
};

export const MovementAuthor: MovementAuthorResolvers = { __resolveType: ({ __typename }) => __typename };
export const MovementSubject: MovementSubjectResolvers = { __resolveType: ({ __typename }) => __typename };

const typeNames = { staff: 'StaffMember', person: 'Person' } as const;

/** Who did something, as the type that another service resolves; null for the system. */
export function authorView(by: Author | null): MovementPartyModel | null {
  return by === null || by.kind === 'system' ? null : { __typename: typeNames[by.kind], id: by.id };
}
