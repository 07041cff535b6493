import type { GraphClient } from '../graph/graph-client.ts';
import * as documents from './documents.ts';
import { expectThat } from './expect-that.ts';
import type { Citizen } from './fresh-citizen.ts';
import { samplePdf } from './sample-pdf.ts';
import { sendFile } from './send-file.ts';
import type { Story } from './story.ts';

export interface OpenedTicket {
  readonly id: string;
  readonly number: string;
}

/** A ticket as its owner or a clerk reads it. */
export interface TicketView {
  readonly number: string;
  readonly version: number;
  readonly status: { readonly code: string; readonly label: string };
  readonly pendingReason: string | null;
  readonly settlement: { readonly state: string; readonly label: string; readonly failure: string | null } | null;
  readonly processNumber: string | null;
  readonly processLink: string | null;
  readonly history: { readonly edges: readonly { readonly node: { readonly kind: string; readonly text: string } }[] };
  readonly files: { readonly edges: readonly { readonly node: { readonly name: string; readonly sha256: string } }[] };
}

interface ServiceView {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly form: { readonly fields: readonly { readonly key: string; readonly label: string; readonly kind: string; readonly required: boolean }[] };
}

export async function readTicket(graph: GraphClient, id: string): Promise<TicketView> {
  const { data } = await graph.ask<{ ticket: TicketView | null }>(documents.ticket, { id });
  expectThat(data.ticket !== null, 'The ticket is not there');
  return data.ticket;
}

/** Finds the service, reads its form, sends the documents and opens the ticket (ID-04, ID-05; TK-02, TK-06). */
export async function openTicket(story: Story, graph: GraphClient, citizen: Citizen, municipalityId = 'campinas'): Promise<OpenedTicket> {
  const service = await story.step('Finds the service in the catalogue and reads its form', async ({ count }) => {
    const { data, subgraphRequests } = await graph.ask<{ services: { edges: readonly { node: ServiceView }[] } }>(
      documents.services,
      { municipalityId, search: 'usuario externo' },
    );
    count(subgraphRequests);
    const found = data.services.edges.find(({ node }) => node.key === 'accreditation')?.node;
    expectThat(found !== undefined, 'The service is not in the catalogue');
    const required = found.form.fields.filter((field) => field.required).map(({ label }) => label);
    return { value: found, result: `${found.name}; required: ${required.join(', ')}` };
  });

  const files = await story.step('Sends the photo ID and the proof of address', async () => {
    const send = async (field: string, text: string) => ({
      field,
      uploadId: await sendFile(graph, { fileName: `${field}.pdf`, mediaType: 'application/pdf', bytes: samplePdf(text) }),
    });
    const sent = [await send('photoId', 'Documento com foto'), await send('proofOfAddress', 'Conta de agua')];
    return { value: sent, result: `${String(sent.length)} files, judged by content and hash` };
  });

  return story.step('Opens the ticket', async ({ count }) => {
    const answers = [
      { field: 'registered', value: 'true' },
      { field: 'fullName', value: citizen.fullName },
      { field: 'cpf', value: citizen.cpf },
      { field: 'email', value: citizen.email },
    ];
    const input = { serviceId: service.id, answers, files, idempotencyKey: `ticket-${files[0]?.uploadId ?? ''}` };
    type Answer = { openTicket: { ticket: OpenedTicket & { status: { label: string } } } };
    const { data, subgraphRequests } = await graph.ask<Answer>(documents.openTicket, { input });
    count(subgraphRequests);
    const again = await graph.ask<Answer>(documents.openTicket, { input });
    const { id, number, status } = data.openTicket.ticket;
    expectThat(again.data.openTicket.ticket.id === id, 'The same key opened two tickets');
    return { value: { id, number }, result: `${number}, ${status.label}` };
  });
}
