import { eventually } from './eventually.ts';

/** A mail as the mailbox tells it. */
export interface Mail {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
}

/** All mails to an address. */
export async function mailsTo(mailboxUrl: string, address: string): Promise<readonly Mail[]> {
  const answer = await fetch(`${mailboxUrl}/api/messages?to=${encodeURIComponent(address)}`);
  const { messages } = (await answer.json()) as { messages: readonly Mail[] };
  return messages;
}

/** The first mail whose subject holds `part`, waiting for it. */
export async function mailAbout(mailboxUrl: string, address: string, part: string): Promise<Mail> {
  return eventually(`a mail about "${part}"`, async () =>
    (await mailsTo(mailboxUrl, address)).find(({ subject }) => subject.includes(part)),
  );
}
