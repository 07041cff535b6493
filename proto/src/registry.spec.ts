import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, toBinary } from '@bufbuild/protobuf';
import {
  ContractError,
  DocumentSigned_Method,
  type EventData,
  contracts,
  decodeEnvelope,
  decodeEvent,
  encodeEnvelope,
  encodeEvent,
  isEventType,
  publicationOf,
} from './registry.ts';
import { DocumentSignedSchema } from './generated/guiche/process/v1/process_events_pb.js';
import { isLabelledOptional } from './plain.ts';

const signedAt = new Date('2026-11-21T15:04:05.678Z');
const documentSigned: EventData<'guiche.process.v1.DocumentSigned'> = {
  documentId: 'd1',
  processId: 'p1',
  municipalityId: 'campinas',
  signerId: 'person-1',
  signedAt,
  sha256: 'ab',
  method: DocumentSigned_Method.PASSWORD,
  ticketId: undefined,
};

describe('the table of contracts', () => {
  it('has a row for every message of every *_events.proto', () => {
    const folder = join(import.meta.dirname, '..');
    const declared = globSync('guiche/*/v*/*_events.proto', { cwd: folder }).flatMap((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      const pack = /^package (.*);$/m.exec(text)?.[1] ?? '';
      return [...text.matchAll(/^message (\w+)/gm)].map(([, name]) => `${pack}.${name ?? ''}`);
    });
    expect(Object.keys(contracts).sort()).toEqual(declared.sort());
  });

  it('names the optional message fields exactly as the .proto files label them', () => {
    for (const { schema, optional } of Object.values(contracts)) {
      const labelled = schema.fields.filter((field) => field.fieldKind === 'message' && isLabelledOptional(field));
      expect([schema.typeName, [...optional]]).toEqual([schema.typeName, labelled.map((field) => field.localName)]);
    }
  });

  it('uses only fields that have a plain form', () => {
    for (const { schema } of Object.values(contracts)) {
      const without = schema.fields.filter(
        (field) => field.fieldKind === 'map' || (field.oneof !== undefined && !isLabelledOptional(field)),
      );
      expect(without).toEqual([]);
    }
  });

  it('derives producer, exchange and routing key from the name', () => {
    expect(contracts['guiche.ticketing.v1.TicketFollowUpAdded']).toMatchObject({
      producer: 'ticketing',
      exchange: 'ev.ticketing',
      aggregate: 'ticket',
      routingKey: 'ticket.ticket-follow-up-added.v1',
    });
  });

  it('lets contact data travel on the contact exchanges only', () => {
    const named = (rows: readonly { type: string }[]): string[] => rows.map(({ type }) => type).sort();
    const contact = Object.values(contracts).filter(({ exchange }) => exchange.endsWith('.contact'));
    expect(named(contact)).toEqual([
      'guiche.identity.v1.PersonContactChanged',
      'guiche.process.v1.IsolatedAccessCodeIssued',
      'guiche.process.v1.IsolatedAccessInvited',
    ]);
    const personal = ['full_name', 'mobile', 'cpf', 'email', 'code', 'link_token', 'confirmation_token'];
    const others = Object.values(contracts).filter(({ schema }) => schema.fields.some(({ name }) => personal.includes(name)));
    // The e-mail address of a unit is public.
    expect(named(others)).toEqual([...named(contact), 'guiche.identity.v1.UnitChanged'].sort());
  });

  it('knows its own names only', () => {
    expect(isEventType('guiche.process.v1.DocumentSigned')).toBe(true);
    expect(isEventType('guiche.process.v9.DocumentSigned')).toBe(false);
    expect(isEventType('toString')).toBe(false);
  });
});

describe('an event', () => {
  it('comes back as it was sent, instants to the millisecond', () => {
    const bytes = encodeEvent('guiche.process.v1.DocumentSigned', documentSigned);
    const { ticketId, ...sent } = documentSigned;
    expect(decodeEvent('guiche.process.v1.DocumentSigned', bytes)).toEqual(sent);
  });

  it('is published to its own exchange under its own key', () => {
    expect(publicationOf('guiche.process.v1.DocumentSigned', documentSigned)).toEqual({
      exchange: 'ev.process',
      key: 'document.document-signed.v1',
      type: 'guiche.process.v1.DocumentSigned',
      schemaVersion: 1,
      payload: encodeEvent('guiche.process.v1.DocumentSigned', documentSigned),
    });
  });

  it('says which solution of the ticket it is since its second version, and nothing of that before', () => {
    const first = { ticketId: 't', municipalityId: 'campinas', requesterId: 'p', number: '2026-000001', solution: 'Feito.' };
    const type = 'guiche.ticketing.v1.TicketSolved';
    expect(decodeEvent(type, encodeEvent(type, { ...first, solutionNumber: 2 }))).toEqual({ ...first, solutionNumber: 2 });
    expect(decodeEvent(type, encodeEvent(type, first))).not.toHaveProperty('solutionNumber');
    expect(publicationOf(type, first).schemaVersion).toBe(2);
  });

  it('keeps lists of files in order', () => {
    const file = { fileId: 'f', name: 'rg.pdf', label: 'RG', mediaType: 'application/pdf', size: 9, sha256: 'a', url: '/f' };
    const data: EventData<'guiche.ticketing.v1.AccreditationApproved'> = {
      ticketId: 't1',
      municipalityId: 'campinas',
      personId: 'p1',
      unitId: 'campinas-protocolo-geral',
      approvedBy: 's1',
      approvedAt: signedAt,
      files: [file, { ...file, fileId: 'g' }],
    };
    const bytes = encodeEvent('guiche.ticketing.v1.AccreditationApproved', data);
    expect(decodeEvent('guiche.ticketing.v1.AccreditationApproved', bytes)).toEqual(data);
  });

  it('is refused when a required part is absent', () => {
    const unsigned = create(DocumentSignedSchema, { documentId: 'd1', method: DocumentSigned_Method.PASSWORD });
    const bytes = toBinary(DocumentSignedSchema, unsigned);
    expect(() => decodeEvent('guiche.process.v1.DocumentSigned', bytes)).toThrow(/without signed_at/);
  });

  it.each([0, 99])('is refused when an enum has the unknown value %d', (method) => {
    const bytes = encodeEvent('guiche.process.v1.DocumentSigned', { ...documentSigned, method });
    expect(() => decodeEvent('guiche.process.v1.DocumentSigned', bytes)).toThrow(ContractError);
  });

  it('is refused when the bytes are cut', () => {
    const bytes = encodeEvent('guiche.process.v1.DocumentSigned', documentSigned);
    expect(() => decodeEvent('guiche.process.v1.DocumentSigned', bytes.subarray(0, 7))).toThrow(ContractError);
  });
});

describe('an envelope', () => {
  const envelope = {
    eventId: '0193512c-0000-7000-8000-000000000000',
    type: 'guiche.process.v1.DocumentSigned',
    schemaVersion: 1,
    tenantId: 'campinas',
    aggregateType: 'document',
    aggregateId: 'd1',
    aggregateSeq: 3,
    occurredAt: signedAt,
    producer: 'process',
    correlationId: 'c1',
    causationId: '',
    traceparent: '',
    payload: Uint8Array.of(1, 2, 3),
  };

  it('comes back as it was sent', () => {
    expect(decodeEnvelope(encodeEnvelope(envelope))).toEqual(envelope);
  });

  it.each([{ eventId: '' }, { type: '' }, { aggregateId: '' }, { aggregateSeq: 0 }])('is refused with %o', (lack) => {
    expect(() => decodeEnvelope(encodeEnvelope({ ...envelope, ...lack }))).toThrow(ContractError);
  });

  it('is refused when the bytes are not one', () => {
    expect(() => decodeEnvelope(Uint8Array.of(0xff, 0xff))).toThrow(ContractError);
  });
});
