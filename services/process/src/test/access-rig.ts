import { createHash, randomUUID } from 'node:crypto';
import { decodeEvent, envelopeCodec } from '@guiche/contracts';
import type { EventData, EventType } from '@guiche/contracts';
import type { TokenPrincipal } from '@guiche/kit/auth';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import type { mongo } from 'mongoose';
import type { Document } from '../domain/documents/document.ts';
import type { Process } from '../domain/processes/process.ts';
import { aDocument, aProcess } from './builders.ts';
import { clerk, startRig, unitId } from './rig.ts';

export const previewGrant = `query($input: AccessTermsInput!) { previewAccessGrant(input: $input) {
  documentCount opensFutureDocuments expiresOn sha256 scope { label } person { id }
} }`;
export const grantAccess = `mutation($input: GrantAccessInput!) { grantAccess(input: $input) { replayed access {
  id version state { value label } purpose { value } scope { value } recipientEmail person { id } unit { id }
} } }`;
export const cancelAccess = `mutation($input: CancelAccessInput!) { cancelAccess(input: $input) { replayed access {
  version state { value } cancellationReason
} } }`;

/** What a test wants to open; the rest is filled in. */
export interface Terms {
  readonly processId: string;
  readonly unitId?: string;
  readonly recipient?: { personId?: string; name?: string; email?: string };
  readonly scope?: 'INTEGRAL' | 'PARTIAL';
  readonly documentIds?: readonly string[];
  readonly validityDays?: number;
  readonly reason?: string;
}

export interface Granted {
  readonly grantAccess: { readonly access: { readonly id: string; readonly version: number } & Record<string, unknown> };
}

export const codeOf = ({ errors }: GraphqlAnswer<unknown>): unknown => errors[0]?.extensions?.['code'];

/** The service with processes and documents put where a test wants them, and grants with a real password's authorization. */
export async function startAccessRig(options: { at?: string } = {}) {
  const rig = await startRig(options);
  await rig.prepareCity();
  const { connection } = rig.service.parts;
  let sequence = 100;

  const termsOf = (terms: Terms) => ({
    unitId, recipient: { personId: 'bia' }, scope: 'INTEGRAL', validityDays: 10, reason: 'Pedido do interessado', ...terms,
  });
  const preview = (terms: Terms, as: TokenPrincipal = clerk) =>
    rig.as(as)<{ previewAccessGrant: { sha256: string } & Record<string, unknown> }>(previewGrant, { input: termsOf(terms) });
  /** What identity gives a member of the staff for the previewed terms. */
  const authorizationFor = async (terms: Terms, as: TokenPrincipal = clerk, change: Record<string, unknown> = {}): Promise<string> => {
    const shown = (await preview(terms, as)).data?.previewAccessGrant.sha256 ?? '0'.repeat(64);
    return rig.authorization({ sub: as?.kind === 'staff' ? as.staffId : '', signer: 'staff', document_id: terms.processId, sha256: shown, ...change });
  };

  return {
    ...rig,
    termsOf,
    preview,
    authorizationFor,

    async aProcess(change: Partial<Process> = {}): Promise<Process> {
      sequence += 1;
      const id = randomUUID();
      const process = aProcess({ id, number: `PMC.2026.${String(sequence)}`, numberKey: `PMC2026${String(sequence)}`, openedAt: new Date(rig.clock.now().getTime() + sequence), ...change });
      const { id: _id, ...row } = process;
      await connection.collection<{ _id: string }>('processes').insertOne({ _id, ...row });
      return process;
    },

    async aDocument(process: Process, change: Partial<Document> = {}): Promise<Document> {
      sequence += 1;
      const document = aDocument({
        id: randomUUID(), processId: process.id, sequence, number: String(sequence).padStart(7, '0'), state: 'SIGNED',
        file: { id: createHash('md5').update(String(sequence)).digest('hex').slice(0, 24), fileName: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'a'.repeat(64) },
        ...change,
      });
      const { id: _id, ...row } = document;
      await connection.collection<{ _id: string }>('documents').insertOne({ _id, ...row });
      return document;
    },

    /** The whole act: preview, password, grant. */
    async grant(terms: Terms, as: TokenPrincipal = clerk): Promise<GraphqlAnswer<Granted>> {
      return rig.as(as)<Granted>(grantAccess, { input: { ...termsOf(terms), authorization: await authorizationFor(terms, as) } });
    },

    /** What this service has said of one kind, oldest first. */
    async said<Name extends EventType>(type: Name): Promise<EventData<Name>[]> {
      const rows = await connection.collection<{ bytes: mongo.Binary }>('outbox').find({ type }).sort({ _id: 1 }).toArray();
      return rows.map(({ bytes }) => decodeEvent(type, envelopeCodec.decode(bytes.buffer).payload));
    },
  };
}

export type AccessRig = Awaited<ReturnType<typeof startAccessRig>>;
