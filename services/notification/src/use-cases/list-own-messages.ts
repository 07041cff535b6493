import { principalKey } from '@guiche/kit/auth';
import type { Principal } from '@guiche/kit/auth';
import type { PageRequest } from '@guiche/kit/use-case';
import { defineQuery } from './define.ts';

const ownerOf = (actor: Principal): { personId: string; municipalityId: string | null } => ({
  personId: 'personId' in actor ? actor.personId : principalKey(actor),
  municipalityId: actor.kind === 'app-for-person' ? actor.municipalityId : null,
});

/** The caller's own messages, newest first; an app sees those of its municipality. */
export const listOwnMessages = defineQuery({
  action: 'message:list-own',
  load: ({ actor }: { actor: Principal; input: { unread: boolean; page: PageRequest } }) => ownerOf(actor),
  run: ({ input, resource }, { messages }) => messages.page({ ...resource, unread: input.unread }, input.page),
});

/** How many of them there are; asked apart, because it costs. */
export const countOwnMessages = defineQuery({
  action: 'message:list-own',
  load: ({ actor }: { actor: Principal; input: { unread: boolean } }) => ownerOf(actor),
  run: ({ input, resource }, { messages }) => messages.count({ ...resource, unread: input.unread }),
});
