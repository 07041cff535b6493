/** Facts of this service, as decisions return them. `tenantId` is the municipality, or `everyMunicipality`. */
export type IdentityEvent =
  | Fact<'person', 'PersonRegistered', { personId: string; municipalityId: string }>
  | Fact<'contact', 'PersonContactChanged', ContactChange>
  | Fact<'accreditation', 'AccreditationStarted', AccreditationRef>
  | Fact<
      'accreditation',
      'AccreditationReleaseStarted',
      AccreditationRef & { ticketId: string; sheet: { url: string; sha256: string; size: number } }
    >
  | Fact<'accreditation', 'AccreditationReleaseRefused', AccreditationRef & { ticketId: string; reasonCode: string }>
  | Fact<
      'accreditation',
      'AccreditationReleased',
      AccreditationRef & {
        ticketId: string;
        processId: string;
        processNumber: string;
        processOpenedAt: Date;
        termDocumentId: string;
        termDueOn: string;
        termDueAt: Date;
      }
    >
  | Fact<
      'accreditation',
      'AccreditationTermReminderDue',
      AccreditationRef & { processNumber: string; termDueOn: string; daysLeft: number }
    >
  | Fact<'accreditation', 'AccreditationTermSigned', AccreditationRef & { personName: string }>
  | Fact<'accreditation', 'AccreditationBlocked', AccreditationRef & { reasonCode: string }>
  | Fact<'accreditation', 'AccreditationUnblocked', AccreditationRef & { released: boolean; personName: string }>
  | Fact<'accreditation', 'AccreditationRefused', AccreditationRef>
  | Fact<'session', 'SessionRevoked', { sessionId: string; revokedAt: Date }>
  | Fact<
      'municipality',
      'MunicipalityConfigured',
      {
        municipalityId: string;
        name: string;
        acronym: string;
        timeZone: string;
        state: string;
        city: string;
        termDeadlineDays: number;
        training: boolean;
        clockAheadSeconds: number;
      }
    >
  | Fact<
      'unit',
      'UnitChanged',
      { unitId: string; municipalityId: string; name: string; acronym: string; body: string; email: string; active: boolean }
    >
  | Fact<'staff', 'StaffMemberChanged', { staffMemberId: string; municipalityId: string; unitIds: readonly string[]; active: boolean }>;

/** Tenant of what belongs to no single municipality, such as the session of a person. */
export const everyMunicipality = 'all';

export interface AccreditationRef {
  readonly accreditationId: string;
  readonly personId: string;
  readonly municipalityId: string;
}

/** Why the contact data is told; the only event that carries any. */
export type ContactReason = 'PRE_REGISTERED' | 'CONFIRMED' | 'CHANGED' | 'ALREADY_REGISTERED';

export interface ContactChange {
  readonly personId: string;
  readonly municipalityId: string;
  readonly fullName: string;
  readonly email: string;
  readonly mobile: string;
  readonly reason: ContactReason;
  readonly confirmationToken?: string;
  readonly confirmationExpiresAt?: Date;
}

interface Fact<Aggregate extends string, Type extends string, Data extends object> {
  type: Type;
  aggregate: { type: Aggregate; id: string };
  tenantId: string;
  data: Data;
}
