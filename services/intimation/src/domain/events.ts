interface EventBase<Type extends string, Aggregate extends string, Data extends object> {
  readonly type: Type;
  readonly aggregate: { readonly type: Aggregate; readonly id: string };
  readonly tenantId: string;
  readonly data: Data;
}

interface RecipientFacts {
  readonly recipientId: string;
  readonly personId: string;
  readonly municipalityId: string;
}

export type RecipientEnabled = EventBase<'RecipientEnabled', 'recipient', RecipientFacts>;
export type RecipientDisabled = EventBase<'RecipientDisabled', 'recipient', RecipientFacts & { readonly reasonCode: string }>;
export type CalendarConfigured = EventBase<
  'CalendarConfigured',
  'calendar',
  { readonly municipalityId: string; readonly tacitDays: number; readonly holidaysSource: string }
>;

/** Everything this service says. */
export type IntimationEvent = RecipientEnabled | RecipientDisabled | CalendarConfigured;
