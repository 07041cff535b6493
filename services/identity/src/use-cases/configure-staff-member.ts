import { platformErrors, refuseProblems } from '@guiche/kit/errors';
import { errors } from '../domain/errors.ts';
import type { IdentityEvent } from '../domain/events.ts';
import { passwordProblem } from '../domain/password-rules.ts';
import { configureStaffMember as configure, losesRights, staffChange, staffProblems } from '../domain/staff-member.ts';
import type { StaffMember, StaffSettings } from '../domain/staff-member.ts';
import { revokeSession } from '../domain/session.ts';
import { defineUseCase } from './define.ts';
import type { SessionRepository } from './ports.ts';

export type ConfigureStaffMemberInput = StaffSettings & {
  readonly password: string;
  readonly expectedVersion?: number | null | undefined;
};

/** Creates a staff member with a first password, or changes everything but the password of an existing one. */
export const configureStaffMember = defineUseCase({
  name: 'configureStaffMember',
  action: 'staff:configure',
  load: ({ input }: { input: ConfigureStaffMemberInput }) => ({ municipalityId: input.municipalityId }),

  async prepare({ input }, { municipalities, staff, passwords }) {
    const [municipality] = await municipalities.byIds([input.municipalityId]);
    if (municipality === undefined) throw errors.MUNICIPALITY_NOT_FOUND();
    const before = await staff.byUsername(input.municipalityId, input.username.slice(0, 64).toLowerCase());
    // OB-07: in the training municipality the password is the user name.
    const words = municipality.training ? [] : [input.username.slice(0, 64), ...input.fullName.slice(0, 300).split(/\s+/)];
    const problem = before === undefined ? passwordProblem('password', input.password, { words }) : undefined;
    refuseProblems([...staffProblems(input), ...(problem === undefined ? [] : [problem])]);
    return { passwordHash: before === undefined ? await passwords.hash(input.password) : null };
  },

  async run({ input, now, newId, prepared: { passwordHash } }, { staff, units, sessions }) {
    const { password: _password, expectedVersion, ...settings } = input;
    const known = (await units.byIds(settings.unitIds)).filter((unit) => unit.municipalityId === settings.municipalityId);
    const stranger = settings.unitIds.find((unitId) => !known.some(({ id }) => id === unitId));
    if (stranger !== undefined) throw errors.UNIT_IN_OTHER_MUNICIPALITY({ unitId: stranger });
    const before = await staff.byUsername(settings.municipalityId, settings.username.toLowerCase());
    if (expectedVersion != null && expectedVersion !== before?.version) throw platformErrors.STALE_VERSION();
    const member = configure(before, newId(), settings);
    if (member === before) return { result: member };
    if (before !== undefined) await staff.save(member);
    else if (passwordHash !== null) await staff.insert(member, passwordHash);
    else throw new Error('The staff member was removed meanwhile');
    const revoked = before !== undefined && losesRights(before, member) ? await revokeAll(sessions, member, now) : [];
    return {
      result: member,
      events: [...staffChange(before, member), ...revoked],
      audit: [
        {
          entity: { type: 'staff-member', id: member.id },
          municipalityId: member.municipalityId,
          before: before === undefined ? null : traceOf(before),
          after: traceOf(member),
        },
      ],
    };
  },
});

/** Ends every open session, so that rights taken away are gone everywhere within a minute. */
async function revokeAll(sessions: SessionRepository, { municipalityId, id }: StaffMember, at: Date): Promise<IdentityEvent[]> {
  const events: IdentityEvent[] = [];
  for (const session of await sessions.openOfStaff(municipalityId, id, at)) {
    const revoked = revokeSession(session, at);
    await sessions.saveRevoked(revoked.session, at);
    events.push(revoked.event);
  }
  return events;
}

/** What the audit trail keeps: what one may do, no names. */
function traceOf({ unitIds, roles, active }: StaffSettings): object {
  return { unitIds, roles, active };
}
