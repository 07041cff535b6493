import { connectionOf } from '@guiche/kit/graphql';
import type { QueryResolvers } from '../../generated/graphql.ts';
import { issueChallenge } from '../../use-cases/issue-challenge.ts';
import { accreditationById } from '../../use-cases/read-accreditation.ts';
import { listMunicipalities, municipalityById } from '../../use-cases/read-municipality.ts';
import { personById } from '../../use-cases/read-person.ts';
import { listStaff, staffMemberById } from '../../use-cases/read-staff.ts';

export const Query: QueryResolvers = {
  me: (_parent, _args, { actor, entity }) => ('personId' in actor ? entity(personById, actor.personId) : null),
  staffMe: (_parent, _args, { actor, entity }) => (actor.kind === 'staff' ? entity(staffMemberById, actor.staffId) : null),
  registrationChallenge: (_parent, _args, { ask }) => ask(issueChallenge, {}),
  municipality: (_parent, { id }, { entity }) => entity(municipalityById, id),
  async municipalities(_parent, args, { ask }) {
    return connectionOf(await ask(listMunicipalities, args));
  },
  accreditation: (_parent, { id }, { entity }) => entity(accreditationById, id),
  async staffMembers(_parent, args, { ask }) {
    return connectionOf(await ask(listStaff, args));
  },
};
