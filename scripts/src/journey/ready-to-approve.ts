import { randomUUID } from 'node:crypto';
import { enter } from './enter.ts';
import { eventually } from './eventually.ts';
import { freshCitizen } from './fresh-citizen.ts';
import type { Citizen } from './fresh-citizen.ts';
import { graphClient } from '../graph/graph-client.ts';
import type { GraphClient } from '../graph/graph-client.ts';
import * as documents from './documents.ts';
import { register } from './register.ts';
import { newStory } from './story.ts';
import { openTicket, readTicket } from './tickets.ts';
import type { TicketView } from './tickets.ts';
import type { World } from './world.ts';

/** A ticket a clerk has taken and may approve, with its owner. */
export interface ReadyTicket {
  readonly id: string;
  readonly number: string;
  readonly citizen: Citizen;
  readonly personId: string;
  readonly owner: GraphClient;
  /** Ties everything that follows from the approval together: events, audit entries, log lines. */
  readonly correlationId: string;
}

const quiet = () => newStory(() => undefined);

/** A clerk's access token, good for ten minutes. */
export async function clerkToken(world: World): Promise<string> {
  const { data } = await graphClient(world.graphUrl).ask<{ logInStaff: { session: { accessToken: string } } }>(
    documents.logInStaff,
    { input: world.clerk },
  );
  return data.logInStaff.session.accessToken;
}

/** Plays everything up to the approval. People register at Campinas and go on from there in other cities. */
export async function readyToApprove(world: World, clerk: GraphClient, municipalityId = 'campinas'): Promise<ReadyTicket> {
  const citizen = freshCitizen();
  await register(quiet(), world, citizen);
  const owner = await enter(world, citizen);
  if (municipalityId !== 'campinas') await owner.ask(documents.startAccreditation, { input: { municipalityId } });
  const { id, number } = await openTicket(quiet(), owner, citizen, municipalityId);
  await clerk.ask(documents.takeTicket, { input: { ticketId: id } });
  type Me = { me: { id: string; accreditations: { edges: readonly { node: { state: string } }[] } } };
  const personId = await eventually('the analysis', async () => {
    const { data } = await owner.ask<Me>(documents.accreditation, { municipalityId });
    return data.me.accreditations.edges[0]?.node.state === 'UNDER_ANALYSIS' ? data.me.id : undefined;
  });
  return { id, number, citizen, personId, owner, correlationId: `approval-${randomUUID()}` };
}

/** Approves as a client does whose connection may break: again with the same key until there is an answer. */
export async function approve(world: World, token: string, ticket: ReadyTicket): Promise<void> {
  const clerk = graphClient(world.graphUrl, token, ticket.correlationId);
  const input = { ticketId: ticket.id, idempotencyKey: `approve-${ticket.id}` };
  await eventually('an answer to the approval', () =>
    clerk.ask(documents.approveAccreditation, { input }).then(
      () => true,
      () => undefined,
    ),
  );
}

/** The ticket once it is solved. */
export async function solved(ticket: ReadyTicket, timeoutMs = 90_000): Promise<TicketView> {
  return eventually(
    `the solution of ticket ${ticket.number}`,
    async () => {
      const now = await readTicket(ticket.owner, ticket.id).catch(() => undefined);
      return now?.status.code === 'SOLVED' ? now : undefined;
    },
    timeoutMs,
  );
}
