import type { Fact } from '../fact.ts';

interface OfIntimation {
  readonly intimationId: string;
  readonly municipalityId: string;
}

export type IntimationBound = Fact<'IntimationBound', 'binding', OfIntimation & {
  readonly processId: string;
  readonly processNumber: string;
  readonly processTypeKey: string;
  /** Empty where the unit belongs to none. */
  readonly body: string;
  readonly documentLabel: string;
  readonly boundAt: Date;
  /** Whether holders of a credential alone read the process then. */
  readonly secret: boolean;
}>;

export type IntimationBindingRefused = Fact<'IntimationBindingRefused', 'binding', OfIntimation & {
  readonly reasonCode: string;
  readonly detail: string;
}>;

export type IntimationCertificateFiled = Fact<'IntimationCertificateFiled', 'binding', OfIntimation & {
  readonly noticeId: string;
  readonly documentId: string;
  readonly documentNumber: string;
  readonly filedAt: Date;
}>;

export type IntimationAccessReplaced = Fact<'IntimationAccessReplaced', 'access', {
  readonly noticeIds: readonly string[];
  readonly municipalityId: string;
  readonly processId: string;
  readonly personId: string;
  readonly formerGrantId: string;
  readonly grantId: string;
  readonly waived: boolean;
}>;

/** What this service tells about intimations. */
export type IntimationEvent = IntimationBound | IntimationBindingRefused | IntimationCertificateFiled | IntimationAccessReplaced;
