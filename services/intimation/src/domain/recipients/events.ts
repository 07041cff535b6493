import type { Fact } from '../fact.ts';

interface RecipientFacts {
  readonly recipientId: string;
  readonly personId: string;
  readonly municipalityId: string;
}

export type RecipientEnabled = Fact<'RecipientEnabled', 'recipient', RecipientFacts>;
export type RecipientDisabled = Fact<'RecipientDisabled', 'recipient', RecipientFacts & { readonly reasonCode: string }>;

/** What is said of recipients. */
export type RecipientEvent = RecipientEnabled | RecipientDisabled;
