import { definePermissions } from '@guiche/kit/auth';
import type { AppForPersonPrincipal, PersonPrincipal, StaffPrincipal } from '@guiche/kit/auth';
import type { CityService } from './domain/catalogue.ts';
import { errors } from './domain/errors.ts';
import type { Ticket } from './domain/ticket.ts';

/** What each action is judged on. */
export interface Resources {
  'service:list': null;
  'service:read': CityService;
  'service:configure': { municipalityId: string };
  'settings:read': { municipalityId: string };
  'settings:change': { municipalityId: string };
  'upload:create': null;
  'ticket:open': CityService;
  'ticket:list-own': null;
  'ticket:queue': { municipalityId: string; unitId: string | null };
  'ticket:read': Ticket;
  'ticket:reply': Ticket;
  'ticket:follow-up': Ticket;
  'ticket:cancel': Ticket;
  'ticket:approve-solution': Ticket;
  'ticket:refuse-solution': Ticket;
  'ticket:take': Ticket;
  'ticket:assign': Ticket;
  'ticket:plan': Ticket;
  'ticket:request-information': Ticket;
  'ticket:approve-accreditation': Ticket;
  'ticket:solve': Ticket;
  'ticket:refuse': Ticket;
  'ticket:complete-settlement': null;
  'ticket:fail-settlement': null;
  'ticket:report-delay': null;
  'ticket:close': null;
  'projection:update': null;
}

type Citizen = PersonPrincipal | AppForPersonPrincipal;

const administers = (staff: StaffPrincipal, { municipalityId }: { municipalityId: string }): boolean =>
  staff.municipalityId === municipalityId && staff.roles.includes('administrator');
const operates = (staff: StaffPrincipal): boolean => staff.municipalityId === 'platform' && staff.roles.includes('operator');
const mayConfigure = (staff: StaffPrincipal, city: { municipalityId: string }): boolean => administers(staff, city) || operates(staff);

/** Staff of the ticket's unit, or an administrator of its city. */
const handles = (staff: StaffPrincipal, ticket: Ticket): boolean =>
  administers(staff, ticket) || (staff.municipalityId === ticket.municipalityId && staff.unitIds.includes(ticket.unitId));

/** An app never leaves its municipality, whatever the person may do. */
const ofTenant = (citizen: Citizen, { municipalityId }: { municipalityId: string }): boolean =>
  citizen.kind === 'person' || citizen.municipalityId === municipalityId;
const requested = (citizen: Citizen, ticket: Ticket): boolean =>
  citizen.personId === ticket.requesterId && ofTenant(citizen, ticket);

const hidden = { denied: () => errors.TICKET_NOT_FOUND() };
const byStaff = { staff: handles, ...hidden };
const byRequester = { person: requested, scope: 'ticket:write', ...hidden };

/** Who may do what. Everything that is not said here is refused. */
export const permissions = definePermissions<Resources>({
  'service:list': { anonymous: true, person: true, representative: true, staff: true, scope: 'ticket:read', app: true },
  'service:read': { anonymous: true, person: true, representative: true, staff: true, scope: 'ticket:read', app: true },
  'service:configure': { staff: mayConfigure },
  'settings:read': { staff: (staff, city) => staff.municipalityId === city.municipalityId || operates(staff) },
  'settings:change': { staff: mayConfigure },

  'upload:create': { person: true, staff: true, scope: 'ticket:write' },
  'ticket:open': { person: ofTenant, scope: 'ticket:write' },
  'ticket:list-own': { person: true, scope: 'ticket:read' },
  'ticket:queue': {
    staff: (staff, { municipalityId, unitId }) =>
      administers(staff, { municipalityId }) ||
      (staff.municipalityId === municipalityId && (unitId === null || staff.unitIds.includes(unitId))),
  },
  'ticket:read': { person: requested, staff: handles, scope: 'ticket:read', ...hidden },

  'ticket:reply': byRequester,
  'ticket:follow-up': { ...byRequester, staff: handles },
  'ticket:cancel': byRequester,
  'ticket:approve-solution': byRequester,
  'ticket:refuse-solution': byRequester,

  'ticket:take': byStaff,
  'ticket:assign': byStaff,
  'ticket:plan': byStaff,
  'ticket:request-information': byStaff,
  'ticket:approve-accreditation': byStaff,
  'ticket:solve': byStaff,
  'ticket:refuse': byStaff,

  'ticket:complete-settlement': { system: ['accreditation-saga'] },
  'ticket:fail-settlement': { system: ['accreditation-saga'] },
  'ticket:report-delay': { system: ['settlement-watch'] },
  'ticket:close': { system: ['auto-close'] },
  'projection:update': { system: ['projection'] },
});
