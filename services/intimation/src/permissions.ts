import { definePermissions } from '@guiche/kit/auth';
import type { StaffPrincipal } from '@guiche/kit/auth';
import { intimationErrors } from './domain/errors.ts';
import type { MunicipalCalendar } from './domain/calendar/municipal-calendar.ts';
import type { Recipient } from './domain/recipients/recipient.ts';

interface InMunicipality {
  readonly municipalityId: string;
}

/** What each action is judged on. */
export interface Resources {
  'calendar:read': MunicipalCalendar;
  'calendar:configure': InMunicipality;
  'recipient:list': InMunicipality;
  'recipient:read': Recipient;
  'recipient:follow-accreditation': InMunicipality;
  'session:note-revoked': { readonly sessionId: string };
}

const worksHere = (staff: StaffPrincipal, { municipalityId }: InMunicipality): boolean =>
  staff.municipalityId === municipalityId;

/** The role means nothing outside the platform's own tenant. */
const operates = (staff: StaffPrincipal): boolean => staff.municipalityId === 'platform' && staff.roles.includes('operator');

const administers = (staff: StaffPrincipal, resource: InMunicipality): boolean =>
  operates(staff) || (worksHere(staff, resource) && staff.roles.includes('administrator'));

/** Who may do what. The matrix in src/test shows it row by row. */
export const permissions = definePermissions<Resources>({
  // Legal deadlines are public knowledge.
  'calendar:read': {
    anonymous: true,
    person: true,
    representative: true,
    staff: true,
    app: true,
    scope: 'intimation:read',
    denied: intimationErrors.CALENDAR_NOT_FOUND,
  },
  'calendar:configure': { staff: administers },
  'recipient:list': { staff: worksHere },
  'recipient:read': { staff: worksHere, denied: intimationErrors.RECIPIENT_NOT_FOUND },
  'recipient:follow-accreditation': { system: ['accreditation-events'] },
  'session:note-revoked': { system: ['session-events'] },
});
