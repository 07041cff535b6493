import type { StaffMemberResolvers } from '../../generated/graphql.ts';
import { municipalityById } from '../../use-cases/read-municipality.ts';
import { staffMemberById } from '../../use-cases/read-staff.ts';
import { unitById } from '../../use-cases/read-unit.ts';
import { roleNameOf } from './mappers.ts';
import { present } from './stubs.ts';

export const StaffMember: StaffMemberResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(staffMemberById, id),
  roles: ({ roles }) => roles.map(roleNameOf),
  units: async ({ unitIds }, _args, { entity }) =>
    (await Promise.all(unitIds.map((id) => entity(unitById, id)))).filter((unit) => unit !== null),
  municipality: async ({ municipalityId }, _args, { entity }) => present(await entity(municipalityById, municipalityId)),
};
