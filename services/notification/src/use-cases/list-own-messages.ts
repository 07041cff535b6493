import { principalKey } from '@guiche/kit/auth';
import type { Principal } from '@guiche/kit/auth';
import type { PageRequest } from '@guiche/kit/use-case';
import { defineQuery } from './define.ts';

const personOf = (actor: Principal): string => ('personId' in actor ? actor.personId : principalKey(actor));

/** The caller's own messages, newest first. */
export const listOwnMessages = defineQuery({
  action: 'message:list-own',
  load: ({ actor }: { actor: Principal; input: { unread: boolean; page: PageRequest } }) => ({ personId: personOf(actor) }),
  run: ({ input, resource }, { messages }) => messages.page({ ...resource, unread: input.unread }, input.page),
});

/** How many of them there are; asked apart, because it costs. */
export const countOwnMessages = defineQuery({
  action: 'message:list-own',
  load: ({ actor }: { actor: Principal; input: { unread: boolean } }) => ({ personId: personOf(actor) }),
  run: ({ input, resource }, { messages }) => messages.count({ ...resource, unread: input.unread }),
});
