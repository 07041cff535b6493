import { definePermissions } from '@guiche/kit/auth';
import type { AppError } from '@guiche/kit/errors';
import type { AppForPersonPrincipal, PersonPrincipal, StaffPrincipal } from '@guiche/kit/auth';
import type { Accreditation } from './domain/accreditation.ts';
import { errors } from './domain/errors.ts';
import { platformId } from './domain/municipality.ts';
import type { Municipality } from './domain/municipality.ts';
import type { Person } from './domain/person.ts';
import type { StaffMember } from './domain/staff-member.ts';
import type { Unit } from './domain/unit.ts';

/** Something of one municipality that may not exist yet. */
export interface OfMunicipality {
  readonly municipalityId: string;
}

/** A municipality's settings about to change: the operator alone creates. */
export interface MunicipalityChange extends OfMunicipality {
  readonly exists: boolean;
}

/** What each action is judged on. */
export interface Resources {
  'registration:challenge': null;
  'registration:submit': null;
  'registration:resend': null;
  'registration:confirm': null;
  'session:open': null;
  'session:refresh': null;
  'session:close': null;
  'signature:authorize': null;
  'person:read': Person;
  'accreditation:read': Accreditation;
  'accreditation:list': Person;
  'accreditation:start': OfMunicipality;
  'accreditation:block': Accreditation;
  'accreditation:unblock': Accreditation;
  'accreditation:deactivate': Accreditation;
  'accreditation:reactivate': Accreditation;
  'accreditation:follow-ticket': Accreditation | null;
  'accreditation:release': Accreditation | null;
  'accreditation:note-signature': Accreditation | null;
  'accreditation:term-job': Accreditation;
  'municipality:read': Municipality;
  'municipality:list': null;
  'municipality:configure': MunicipalityChange;
  'municipality:move-clock': Municipality;
  'unit:read': Unit;
  'unit:configure': OfMunicipality;
  'staff:read': StaffMember;
  'staff:list': OfMunicipality;
  'staff:configure': OfMunicipality;
}

const readPublic = 'municipality:read';
const readAccreditation = 'accreditation:read';

/** Also those who are logged in may register somebody or log in again. */
const everybodyButApps = { anonymous: true, person: true, representative: true, staff: true } as const;

/** Public facts; apps need the scope like for everything. */
const public_ = { ...everybodyButApps, app: true, scope: readPublic } as const;

const worksFor = (staff: StaffPrincipal, { municipalityId }: OfMunicipality): boolean => staff.municipalityId === municipalityId;
const administers = (staff: StaffPrincipal, of: OfMunicipality): boolean => worksFor(staff, of) && staff.roles.includes('administrator');
const isOperator = (staff: StaffPrincipal): boolean => staff.municipalityId === platformId && staff.roles.includes('operator');

/** An app never leaves its municipality, whatever the person may do. */
const ofTenant = (actor: PersonPrincipal | AppForPersonPrincipal, { municipalityId }: OfMunicipality): boolean =>
  actor.kind === 'person' || actor.municipalityId === municipalityId;

const personNotFound = (): AppError => errors.PERSON_NOT_FOUND();
const accreditationNotFound = (): AppError => errors.ACCREDITATION_NOT_FOUND();

/** Only the administrator of the municipality; to everybody else the accreditation does not exist. */
const decideOnAccreditation = { staff: administers, denied: accreditationNotFound };

/** Who may do what. The only place that says so; the matrix in src/test proves it. */
export const permissions = definePermissions<Resources>({
  'registration:challenge': everybodyButApps,
  'registration:submit': everybodyButApps,
  'registration:resend': everybodyButApps,
  'registration:confirm': everybodyButApps,
  'session:open': everybodyButApps,
  'session:refresh': everybodyButApps,
  'session:close': { person: (actor) => actor.kind === 'person', representative: true, staff: true },
  // An app never types the person's password.
  'signature:authorize': { person: (actor) => actor.kind === 'person', representative: true, staff: true },
  'person:read': {
    person: (actor, person) => actor.personId === person.id,
    representative: (actor, person) => actor.personId === person.id,
    // ID-06: the clerk compares data and documents.
    staff: (actor, person) => person.municipalityIds.includes(actor.municipalityId),
    scope: 'person:read',
    denied: personNotFound,
  },
  'accreditation:read': {
    person: (actor, accreditation) => actor.personId === accreditation.personId && ofTenant(actor, accreditation),
    representative: (actor, accreditation) => actor.personId === accreditation.personId,
    staff: worksFor,
    scope: readAccreditation,
    denied: accreditationNotFound,
  },
  'accreditation:list': {
    person: (actor, person) => actor.personId === person.id,
    representative: (actor, person) => actor.personId === person.id,
    staff: (actor, person) => person.municipalityIds.includes(actor.municipalityId),
    scope: readAccreditation,
    denied: personNotFound,
  },
  'accreditation:start': { person: (actor) => actor.kind === 'person' },
  'accreditation:block': decideOnAccreditation,
  'accreditation:unblock': decideOnAccreditation,
  'accreditation:deactivate': decideOnAccreditation,
  'accreditation:reactivate': decideOnAccreditation,
  'accreditation:follow-ticket': { system: ['ticketing-events'] },
  'accreditation:release': { system: ['accreditation-saga'] },
  'accreditation:note-signature': { system: ['process-events'] },
  'accreditation:term-job': { system: ['term-jobs'] },
  'municipality:read': public_,
  'municipality:list': public_,
  'municipality:configure': {
    staff: (actor, change) => isOperator(actor) || (change.exists && administers(actor, change)),
  },
  'municipality:move-clock': {
    staff: (actor, { id }) => isOperator(actor) || administers(actor, { municipalityId: id }),
  },
  'unit:read': public_,
  'unit:configure': { staff: (actor, of) => isOperator(actor) || administers(actor, of) },
  'staff:read': {
    staff: (actor, member) => isOperator(actor) || worksFor(actor, member),
    denied: () => errors.STAFF_MEMBER_NOT_FOUND(),
  },
  'staff:list': { staff: worksFor },
  'staff:configure': { staff: (actor, of) => isOperator(actor) || administers(actor, of) },
});
