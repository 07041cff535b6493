import type { Fact } from '../fact.ts';

interface OfProcess {
  readonly processId: string;
  readonly processNumber: string;
  readonly municipalityId: string;
  readonly unitId: string;
}

export type AccessGranted = Fact<'AccessGranted', 'access', OfProcess & {
  readonly grantId: string;
  /** Empty for a recipient without an account. */
  readonly personId: string;
  readonly scope: 'INTEGRAL' | 'PARTIAL';
  readonly expiresOn: string;
  readonly vistaRequestId?: string;
}>;

export type AccessCancelled = Fact<'AccessCancelled', 'access', OfProcess & {
  readonly grantId: string;
  readonly personId: string;
  readonly reason: string;
}>;

export type IsolatedAccessInvited = Fact<'IsolatedAccessInvited', 'contact', {
  readonly grantId: string;
  readonly municipalityId: string;
  readonly processNumber: string;
  readonly email: string;
  readonly linkToken: string;
  readonly expiresOn: string;
}>;

export type IsolatedAccessCodeIssued = Fact<'IsolatedAccessCodeIssued', 'contact', {
  readonly grantId: string;
  readonly municipalityId: string;
  readonly email: string;
  readonly code: string;
  readonly expiresAt: Date;
}>;

export type VistaRequested = Fact<'VistaRequested', 'vista', OfProcess & { readonly requestId: string; readonly personId: string }>;

export type VistaAnswered = Fact<'VistaAnswered', 'vista', OfProcess & {
  readonly requestId: string;
  readonly personId: string;
  readonly decision: 'GRANTED' | 'DENIED';
  readonly reason: string;
  readonly grantId?: string;
  readonly expiresOn?: string;
}>;

export type VistaReminderDue = Fact<'VistaReminderDue', 'vista', OfProcess & {
  readonly requestId: string;
  readonly requestedAt: Date;
  readonly reminderNumber: number;
}>;

/** What this service tells about access from outside. */
export type AccessEvent =
  | AccessGranted
  | AccessCancelled
  | IsolatedAccessInvited
  | IsolatedAccessCodeIssued
  | VistaRequested
  | VistaAnswered
  | VistaReminderDue;
