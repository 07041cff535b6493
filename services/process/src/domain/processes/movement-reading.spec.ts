import { describe, expect, it } from '@jest/globals';
import { processRelated, processSent } from './process-movements.ts';
import { signatureRefused, signatureRequested, documentSigned } from '../signatures/signature-movements.ts';
import type { Movement, Place } from './movement.ts';
import { movementSeenBy } from './movement-reading.ts';
import type { Reader } from './reading.ts';

const process = { unitIds: ['protocolo', 'saude'] };
const document = { number: '0000007' };
const person = (personId: string): Reader => ({ kind: 'person', personId });
const staff = (unitId: string, staffId = 'clerk'): Reader => ({ kind: 'staff', staffId, municipalityId: 'campinas', unitIds: [unitId] });
const place = (by: Movement['by']): Place => ({ id: 'm', processId: 'p', municipalityId: 'campinas', at: new Date(0), unitId: null, by });
const byAna = place({ kind: 'person', id: 'ana' });
const byClerk = place({ kind: 'staff', id: 'clerk' });

const asked = signatureRequested(byClerk, document, { kind: 'person', id: 'ana' });
const refused = signatureRefused(byAna, document, 'Não moro mais neste endereço');
const signed = documentSigned(byClerk, document, 'Carlos Clerk');

describe('the history of a process shows', () => {
  it.each([
    ['a unit where it is', staff('protocolo')],
    ['a unit where it was', staff('saude')],
  ])('who was asked, who signed and why somebody refused to %s', (_who, reader) => {
    expect(movementSeenBy(reader, process, asked)).toMatchObject({ about: { id: 'ana' }, by: { id: 'clerk' } });
    expect(movementSeenBy(reader, process, refused)).toMatchObject({ description: 'Recusada a assinatura do documento 0000007: Não moro mais neste endereço', by: { id: 'ana' } });
    expect(movementSeenBy(reader, process, signed)).toMatchObject({ description: 'Documento 0000007 assinado por Carlos Clerk', by: { id: 'clerk' } });
  });

  it('the same to the person himself', () => {
    expect(movementSeenBy(person('ana'), process, asked)).toMatchObject({ about: { id: 'ana' } });
    expect(movementSeenBy(person('ana'), process, refused).description).toContain('Não moro mais');
    expect(movementSeenBy(staff('saj', 'clerk'), process, signed).description).toContain('Carlos Clerk');
  });

  it.each<[string, Reader]>([
    ['another interested party', person('bia')],
    ['staff of another unit', staff('saj', 'second')],
    ['somebody without an account', { kind: 'isolated', grantId: 'g' }],
    ['nobody', { kind: 'nobody' }],
  ])('to %s only what happened to which document', (_who, reader) => {
    expect(movementSeenBy(reader, process, asked)).toMatchObject({ description: 'Solicitada assinatura do documento 0000007', about: null, by: { id: 'clerk' } });
    expect(movementSeenBy(reader, process, refused)).toMatchObject({ description: 'Recusada a assinatura do documento 0000007', by: null });
    expect(movementSeenBy(reader, process, signed)).toMatchObject({ description: 'Documento 0000007 assinado', by: null });
    const told = JSON.stringify([asked, refused, signed].map((movement) => movementSeenBy(reader, process, movement)));
    expect(told).not.toMatch(/Carlos|endereço|"ana"/);
  });

  it('acts of units and other processes to everybody who reads it', () => {
    const sent = processSent(byClerk, { from: { acronym: 'PROT' }, to: [{ acronym: 'SMS' }], keptOpen: false, dueOn: null });
    expect(movementSeenBy(person('bia'), process, sent)).toMatchObject({ by: { id: 'clerk' }, description: 'Processo remetido pela unidade PROT para SMS' });
    expect(movementSeenBy(person('bia'), process, processRelated(byClerk, { id: 'other' })).about).toEqual({ kind: 'process', id: 'other' });
  });
});
