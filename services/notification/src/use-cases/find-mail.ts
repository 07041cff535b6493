import { notificationErrors } from '../domain/errors.ts';
import { mailMessageId } from '../domain/message.ts';
import { linkLabelOf } from '../domain/wording.ts';
import { defineQuery } from './define.ts';
import type { Message } from '../domain/message.ts';
import type { Contact, Ports, Unit } from './ports.ts';

/** A message as it goes out by e-mail; `undefined` when nothing has to go out any more. */
export interface Mail {
  readonly messageId: string;
  /** Without a name while nobody has confirmed the address: the form's name is whatever a stranger typed. */
  readonly to: { readonly name?: string; readonly address: string };
  readonly subject: string;
  /** The subject without the name of the city. */
  readonly heading: string;
  readonly text: string;
  readonly link: string | undefined;
  readonly linkLabel: string;
  readonly cityName: string;
}

/** What the mail delivery needs. Throws `CONTACT_UNKNOWN` while identity has not said how to reach the person. */
export const findMail = defineQuery({
  action: 'message:record-delivery',
  async load({ input }: { input: { messageId: string } }, { messages }) {
    const message = await messages.find(input.messageId);
    if (message === undefined) throw notificationErrors.MESSAGE_NOT_FOUND();
    return message;
  },
  async run({ resource: message }, { contacts, municipalities, units }): Promise<Mail | undefined> {
    if (message.delivery.state !== 'WAITING') return undefined;
    const to = await addresseeOf(message, { contacts, units });
    const city = await municipalities.find(message.municipalityId);
    if (city === undefined) throw notificationErrors.MUNICIPALITY_UNKNOWN();
    return {
      messageId: mailMessageId(message),
      to,
      subject: `${message.subject} — ${city.city}`,
      heading: message.subject,
      text: message.text,
      link: message.link,
      linkLabel: linkLabelOf(message.kind),
      cityName: city.name,
    };
  },
});

async function addresseeOf({ sendTo, unitId, personId }: Message, { contacts, units }: Pick<Ports, 'contacts' | 'units'>): Promise<Mail['to']> {
  if (sendTo !== undefined) return { address: sendTo.email };
  if (unitId !== undefined) return reachable(await units.find(unitId));
  return confirmed(personId === null ? undefined : await contacts.find(personId));
}

function reachable(unit: Unit | undefined): Mail['to'] {
  if (unit === undefined || unit.email === '') throw notificationErrors.CONTACT_UNKNOWN();
  return { name: unit.name, address: unit.email };
}

function confirmed(contact: Contact | undefined): Mail['to'] {
  if (contact === undefined) throw notificationErrors.CONTACT_UNKNOWN();
  return { name: contact.fullName, address: contact.email };
}
