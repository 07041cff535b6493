import { decodeEnvelope } from '@guiche/contracts';
import { waitFor } from '@guiche/kit/testing';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import { act, readTicket } from './documents.ts';
import { callers, city, pdf, secondClerk, startRig } from './rig.ts';
import type { OpenedTicket, TicketingRig } from './rig.ts';

export const clerk = callers.clerkOfUnit;
export const codeOf = (answer: GraphqlAnswer<unknown>): unknown => answer.errors[0]?.extensions?.['code'];
export const fieldCodes = (answer: GraphqlAnswer<unknown>): [string, string][] =>
  ((answer.errors[0]?.extensions?.['fields'] ?? []) as { path: string; code: string }[]).map(({ path, code }) => [path, code]);

export interface Shown extends OpenedTicket {
  queuePath: string[];
  answers: { field: string; value: string }[];
  assignee: { id: string } | null;
  settlement: { state: string; label: string; failure: string | null } | null;
  solution: { kind: string; text: string; acceptance: string | null; solvedBy: { id: string } } | null;
  process: { id: string } | null;
  processNumber: string | null;
  processLink: string | null;
  processOpenedAt: string | null;
  pendingReason: string | null;
  files: { edges: { node: { id: string; field: string | null; name: string; current: boolean; url: string; sha256: string } }[] };
  history: { edges: { node: { kind: string; text: string; private: boolean; author: { role: string; label: string }; fileNames: string[] } }[] };
}

type Caller = Parameters<TicketingRig['as']>[0];
export type Desk = Awaited<ReturnType<typeof startDesk>>;

/** The whole service, with what people do to tickets and what is seen of it. */
export async function startDesk() {
  const rig = await startRig();

  /** Sends a file as one of the unit's staff; what a follow-up attaches. */
  const attached = async (name: string) => [{ uploadId: (await rig.upload(secondClerk, pdf(name), { fileName: name })).uploadId }];
  const show = async (principal: Caller, id: string): Promise<Shown> => {
    const { data, errors } = await rig.as(principal)<{ ticket: Shown | null }>(readTicket, { id });
    if (data?.ticket == null) throw new Error(`No ticket ${id}: ${JSON.stringify(errors)}`);
    return data.ticket;
  };
  const does = async (principal: Caller, name: keyof typeof act, input: Record<string, unknown>) => {
    const answer = await rig.as(principal)<Record<string, { replayed: boolean; ticket: Shown }>>(act[name], { input });
    return { ...answer, ticket: answer.data?.[name]?.ticket, code: codeOf(answer) };
  };
  const eventsOf = async (ticketId: string) => {
    const rows = await rig.collection('outbox').find({ aggregateId: ticketId }).sort({ seq: 1 }).toArray();
    return rows.map((row) => ({ type: String(row['type']).split('.').at(-1), seq: row['seq'], envelope: decodeEnvelope((row['bytes'] as { buffer: Uint8Array }).buffer) }));
  };
  const kinds = async (ticketId: string) => (await eventsOf(ticketId)).map(({ type, seq }) => [type, seq]);
  const untilSettled = (id: string, state: string) =>
    waitFor(async () => (await show(clerk, id)).settlement?.state === state, { describe: `settlement ${state}` });
  const offer = (ticketId: string, processId: string) => ({
    processId, processNumber: 'PMC.2026.00000001-55', municipalityId: city, personId: 'p', documentId: 'd', ticketId,
    openedAt: rig.clock.now(), link: `/processos/${processId}`,
  });

  return { ...rig, attached, show, does, eventsOf, kinds, untilSettled, offer };
}
