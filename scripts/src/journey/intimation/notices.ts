import type { GraphClient } from '../../graph/graph-client.ts';
import { eventually } from '../eventually.ts';
import type { ContentView } from './content-view.ts';
import * as documents from './documents.ts';
import type { Recipient, Stage } from './stage.ts';

interface Move {
  readonly from: string;
  readonly to: string;
  readonly cause: string;
}

/** An intimation as its recipient or the unit has it. */
export interface NoticeView {
  readonly id: string;
  readonly status: { readonly value: string; readonly label: string };
  readonly daysLeft: number | null;
  readonly consequence: string | null;
  readonly tacitDeadline: { readonly deadline: { readonly date: string }; readonly originalDate: string; readonly moves: readonly Move[] } | null;
  readonly fulfilment: { readonly kind: { readonly label: string }; readonly fulfilledOn: string; readonly consultedAt: string | null; readonly certificateNumber: string | null } | null;
  readonly responseDeadlines: readonly {
    readonly responseTypeId: string;
    readonly name: string;
    readonly deadline: { readonly date: string; readonly endsAt: string };
    readonly originalDate: string;
    readonly moves: readonly Move[];
    readonly open: boolean;
  }[];
  readonly responses: readonly { readonly receiptNumber: string | null; readonly respondedAt: string }[];
}

/** With what it is about and what has to be confirmed to open it. */
export interface OneNotice extends NoticeView {
  readonly number: string;
  readonly confirmation: { readonly text: string; readonly version: string } | null;
  readonly documents: readonly ContentView[];
}

/** What was issued, with the notice of each recipient. */
export interface IssuedAct {
  readonly id: string;
  readonly number: string;
  /** Permanent links by which anybody read the documents before. */
  readonly links: readonly string[];
  readonly verification: { readonly verifier: string; readonly crc: string };
  readonly responseTypeId: string;
}

/** The intimation that this person has of the process, latest first. */
export async function myNotice({ graph }: Recipient, number: string) {
  type Mine = { myNotices: { edges: readonly { node: NoticeView & { number: string } }[] } };
  const { data, subgraphRequests } = await graph.ask<Mine>(documents.myNotices, {});
  const found = data.myNotices.edges.map(({ node }) => node).find((notice) => notice.number === number);
  if (found === undefined) throw new Error(`A intimação ${number} não está entre as suas`);
  return { found, subgraphRequests };
}

/** One intimation as it stands for whoever asks. */
export async function readNotice(graph: GraphClient, id: string) {
  const { data, subgraphRequests } = await graph.ask<{ notice: OneNotice }>(documents.notice, { id });
  return { found: data.notice, subgraphRequests };
}

/** Waits for the situation of a person's intimation. */
export async function becomes(person: Recipient, { number }: IssuedAct, status: string, isDone: (notice: NoticeView) => boolean = () => true): Promise<NoticeView> {
  let last: NoticeView | undefined;
  try {
    return await eventually(`a situação ${status}`, async () => {
      last = (await myNotice(person, number)).found;
      return last.status.value === status && isDone(last) ? last : undefined;
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : ''}: ${JSON.stringify(last)}`, { cause: error });
  }
}

/** What the history of the process says of a kind of event. */
export async function movements({ clerk, process }: Stage, kind: string): Promise<readonly string[]> {
  type History = { process: { movements: { edges: readonly { node: { kind: { value: string }; description: string } }[] } } };
  const { data } = await clerk.ask<History>(documents.processMovements, { id: process.id });
  return data.process.movements.edges.map(({ node }) => node).filter((movement) => movement.kind.value === kind).map(({ description }) => description);
}

/** The messages of a person whose subject holds a part, waiting for the first. */
export async function messagesAbout({ graph }: Recipient, part: string, kind: RegExp) {
  type Mine = { myMessages: { edges: readonly { node: { kind: string; subject: string; text: string; delivery: { state: string; label: string } } }[] } };
  return eventually(`um aviso sobre ${part}`, async () => {
    const { data } = await graph.ask<Mine>(documents.myMessages);
    const found = data.myMessages.edges.map(({ node }) => node).filter((message) => kind.test(message.kind) && `${message.subject} ${message.text}`.includes(part));
    return found.length > 0 ? found : undefined;
  });
}
