import { definePermissions } from '@guiche/kit/auth';
import type { AppForPersonPrincipal, PersonPrincipal } from '@guiche/kit/auth';
import { notificationErrors } from './domain/errors.ts';
import type { Message } from './domain/message.ts';

/** What each action is judged on. */
export interface Resources {
  'message:list-own': { readonly personId: string; readonly municipalityId: string | null };
  'message:read': Message;
  'message:mark-read': Message;
  'message:write': readonly { readonly municipalityId: string }[];
  'message:record-delivery': Message;
  'contact:note': { readonly personId: string };
  'unit:note': { readonly unitId: string };
  'municipality:note': { readonly municipalityId: string };
  'session:note-revoked': { readonly sessionId: string };
}

/** The owner of a message in the inbox; an app never leaves its municipality, whatever the person may read. */
const owns = (actor: PersonPrincipal | AppForPersonPrincipal, message: Message): boolean =>
  message.inInbox && actor.personId === message.personId && (actor.kind === 'person' || actor.municipalityId === message.municipalityId);

/** Who may do what. The matrix in src/test shows it row by row. */
export const permissions = definePermissions<Resources>({
  'message:list-own': { person: (actor, { personId }) => actor.personId === personId, scope: 'message:read' },
  'message:read': {
    person: owns,
    scope: 'message:read',
    denied: notificationErrors.MESSAGE_NOT_FOUND,
  },
  'message:mark-read': {
    person: owns,
    scope: 'message:write',
    denied: notificationErrors.MESSAGE_NOT_FOUND,
  },
  'message:write': { system: ['message-writer'] },
  'message:record-delivery': { system: ['mail-delivery'] },
  'contact:note': { system: ['contact-events'] },
  'unit:note': { system: ['unit-events'] },
  'municipality:note': { system: ['municipality-events'] },
  'session:note-revoked': { system: ['session-events'] },
});
