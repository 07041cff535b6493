interface MessageFacts {
  readonly messageId: string;
  readonly template: string;
  readonly personId: string;
}

interface EventBase<Type extends string, Data> {
  readonly type: Type;
  readonly aggregate: { readonly type: 'message'; readonly id: string };
  readonly tenantId: string;
  readonly data: Data;
}

export type MessageDelivered = EventBase<'MessageDelivered', MessageFacts>;
export type MessageFailed = EventBase<'MessageFailed', MessageFacts & { readonly reason: string }>;

/** Everything this service says. */
export type NotificationEvent = MessageDelivered | MessageFailed;
