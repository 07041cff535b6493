import { definePermissions } from '@guiche/kit/auth';
import type { AppForPersonPrincipal, PersonPrincipal, StaffPrincipal } from '@guiche/kit/auth';
import { intimationErrors } from './domain/errors.ts';
import type { MunicipalCalendar } from './domain/calendar/municipal-calendar.ts';
import type { FailedNotice } from './domain/fulfilment/failed-notice.ts';
import type { Intimation } from './domain/issuing/intimation.ts';
import type { Notice } from './domain/issuing/notice.ts';
import type { Unit } from './domain/issuing/unit.ts';
import type { Recipient } from './domain/recipients/recipient.ts';
import { stillSees } from './domain/reports/report-export.ts';
import type { ReportExport } from './domain/reports/report-export.ts';
import type { ReportScope } from './domain/reports/report-search.ts';
import type { IntimationType } from './domain/types/intimation-type.ts';
import type { ResponseType } from './domain/types/response-type.ts';

/** A notice with its recipient as that is now. */
interface NoticeNow {
  readonly notice: Notice;
  readonly recipient: Recipient | undefined;
}

interface InMunicipality {
  readonly municipalityId: string;
}

/** What each action is judged on. */
export interface Resources {
  'calendar:read': MunicipalCalendar;
  'calendar:configure': InMunicipality;
  'calendar:read-history': InMunicipality;
  'deadline:read': InMunicipality;
  'holiday:read': InMunicipality;
  'municipality:note': InMunicipality;
  'intimation-type:list': InMunicipality;
  'intimation-type:configure': InMunicipality;
  'intimation-type:delete': IntimationType;
  'response-type:read': ResponseType;
  'response-type:delete': ResponseType;
  'intimation:issue': Unit;
  'intimation:list': InMunicipality;
  'intimation:read': Intimation;
  'intimation:read-contents': readonly Intimation[];
  'intimation:settle': Intimation;
  'notice:note-access': { readonly noticeIds: readonly string[] };
  'notice:list-own': { readonly personId: string; readonly municipalityId?: string | undefined };
  'notice:read': Notice;
  'notice:confirm': NoticeNow;
  'notice:read-confirmations': readonly Notice[];
  'notice:fulfil-tacitly': NoticeNow;
  'notice:fulfil-all-tacitly': readonly Notice[];
  'notice:follow-dates': NoticeNow;
  'notice:follow-all-dates': readonly Notice[];
  'notice:follow-process': NoticeNow;
  'notice:recount': InMunicipality;
  'failed-notice:list': InMunicipality;
  'failed-notice:retry': FailedNotice;
  'report:read': InMunicipality;
  'report:export': InMunicipality;
  'report-export:read': ReportExport;
  'report-export:write': null;
  'report-export:clear': null;
  'unit:follow': InMunicipality;
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

/** A unit issues in its own name, while it receives work. */
const issuesIn = (staff: StaffPrincipal, unit: Unit): boolean => worksHere(staff, unit) && unit.active && staff.unitIds.includes(unit.id);

/** What a unit issued is its own; administrators of the city see all of it. That of a secret process is for who issued it alone. */
export const seesAct = (staff: StaffPrincipal, act: InMunicipality & { readonly unitId: string; readonly confidedTo: string | null }): boolean =>
  worksHere(staff, act) &&
  (staff.unitIds.includes(act.unitId) || staff.roles.includes('administrator')) &&
  (act.confidedTo === null || act.confidedTo === staff.staffId);

/** What somebody of the staff sees in reports of the own city: the own units; administrators all of it. */
export const reportScopeOf = ({ staffId, municipalityId, unitIds, roles }: StaffPrincipal): ReportScope => ({
  municipalityId,
  staffId,
  unitIds: roles.includes('administrator') ? null : unitIds,
});

/** For its recipient it is there once it is issued; an app for a person stays in its own city. */
const receives = (actor: PersonPrincipal | AppForPersonPrincipal, { actState, representatives, municipalityId }: Notice): boolean =>
  actState === 'ISSUED' &&
  representatives.some(({ personId }) => personId === actor.personId) &&
  (actor.kind === 'person' || actor.municipalityId === municipalityId);

/** Legal deadlines and what they are counted by are public knowledge. */
const everybody = { anonymous: true, person: true, representative: true, staff: true, app: true, scope: 'intimation:read' } as const;

/** Who may do what. The matrix in src/test shows it row by row. */
export const permissions = definePermissions<Resources>({
  'calendar:read': { ...everybody, denied: intimationErrors.CALENDAR_NOT_FOUND },
  'calendar:configure': { staff: administers },
  'calendar:read-history': { staff: (staff, city) => worksHere(staff, city) || operates(staff) },
  'deadline:read': { ...everybody, denied: intimationErrors.CALENDAR_NOT_FOUND },
  'holiday:read': { ...everybody, denied: intimationErrors.CALENDAR_NOT_FOUND },
  'municipality:note': { system: ['municipality-events'] },
  'intimation-type:list': { staff: (staff, city) => worksHere(staff, city) || operates(staff) },
  'intimation-type:configure': { staff: administers },
  'intimation-type:delete': { staff: administers, denied: intimationErrors.INTIMATION_TYPE_NOT_FOUND },
  'response-type:read': { staff: (staff, type) => worksHere(staff, type) || operates(staff), denied: intimationErrors.RESPONSE_TYPE_NOT_FOUND },
  'response-type:delete': { staff: administers, denied: intimationErrors.RESPONSE_TYPE_NOT_FOUND },
  'intimation:issue': { staff: issuesIn, denied: intimationErrors.UNIT_NOT_FOUND },
  'intimation:list': { staff: worksHere },
  'intimation:read': { staff: seesAct, denied: intimationErrors.INTIMATION_NOT_FOUND },
  'intimation:read-contents': { staff: (staff, acts) => acts.every((act) => seesAct(staff, act)), denied: intimationErrors.INTIMATION_NOT_FOUND },
  'intimation:settle': { system: ['intimation-saga'] },
  'notice:list-own': {
    person: (actor, { personId, municipalityId }) =>
      personId === actor.personId && (actor.kind === 'person' || municipalityId === actor.municipalityId),
    scope: 'intimation:read',
  },
  'notice:read': { person: receives, staff: seesAct, scope: 'intimation:read', denied: intimationErrors.NOTICE_NOT_FOUND },
  'notice:note-access': { system: ['intimation-saga'] },
  // The person alone, without an app in between: an act that legal dates are counted from.
  'notice:confirm': { person: (actor, { notice }) => receives(actor, notice), denied: intimationErrors.NOTICE_NOT_FOUND },
  'notice:read-confirmations': {
    person: (actor, notices) => notices.every((notice) => receives(actor, notice)),
    staff: (staff, notices) => notices.every((notice) => seesAct(staff, notice)),
    scope: 'intimation:read',
    denied: intimationErrors.NOTICE_NOT_FOUND,
  },
  'notice:fulfil-tacitly': { system: ['tacit-deadlines'] },
  'notice:fulfil-all-tacitly': { system: ['tacit-deadlines'] },
  'notice:follow-dates': { system: ['response-deadlines'] },
  'notice:follow-all-dates': { system: ['response-deadlines'] },
  'notice:follow-process': { system: ['process-events'] },
  'notice:recount': { system: ['calendar-changes'] },
  'failed-notice:list': { staff: administers },
  'failed-notice:retry': { staff: administers, denied: intimationErrors.FAILED_NOTICE_NOT_FOUND },
  'report:read': { staff: worksHere },
  'report:export': { staff: worksHere },
  'report-export:read': { staff: (staff, kept) => stillSees(reportScopeOf(staff), kept.scope), denied: intimationErrors.INTIMATION_EXPORT_NOT_FOUND },
  'report-export:write': { system: ['intimation-reports'] },
  'report-export:clear': { system: ['intimation-reports'] },
  'unit:follow': { system: ['projection'] },
  'recipient:list': { staff: worksHere },
  'recipient:read': { staff: worksHere, denied: intimationErrors.RECIPIENT_NOT_FOUND },
  'recipient:follow-accreditation': { system: ['accreditation-events'] },
  'session:note-revoked': { system: ['session-events'] },
});
