import { describe, expect, it } from '@jest/globals';
import { aDocument, aProcess, aSignature } from '../../test/builders.ts';
import type { Document } from '../documents/document.ts';
import type { Process } from '../processes/process.ts';
import { entriesOfDocument, entriesOfProcess } from './entries-of.ts';
import { publicationOfDocument, publicationOfProcess } from './publication.ts';
import { readerKeys, readersOf } from './readers.ts';

const open = { process: aProcess(), annexedTo: null };
const signed = aDocument({ origin: 'BORN_DIGITAL', state: 'SIGNED', accessLevel: 'PUBLIC', legalHypothesis: null, signatures: [aSignature()] });

describe('what the public may know', () => {
  it.each<[string, Partial<Process>, Process | null, string]>([
    ['a public process', {}, null, 'CONTENT'],
    ['a restricted process', { accessLevel: 'RESTRICTED', globalLevel: 'RESTRICTED' }, null, 'EXISTENCE'],
    ['a public process with a restricted document', { globalLevel: 'RESTRICTED' }, null, 'CONTENT'],
    ['a secret process', { accessLevel: 'SECRET', globalLevel: 'SECRET' }, null, 'NOTHING'],
    ['a public process with a secret document', { globalLevel: 'SECRET' }, null, 'NOTHING'],
    ['a process that was withdrawn', { state: 'CANCELLED' }, null, 'NOTHING'],
    ['a process annexed to a restricted one', {}, aProcess({ accessLevel: 'RESTRICTED', globalLevel: 'RESTRICTED' }), 'EXISTENCE'],
    ['a process annexed to a secret one', {}, aProcess({ globalLevel: 'SECRET' }), 'NOTHING'],
  ])('PS-02, PS-03: of %s', (_what, change, annexedTo, publication) => {
    expect(publicationOfProcess({ process: aProcess(change), annexedTo })).toBe(publication);
  });

  it.each<[string, Partial<Document>, Partial<Process>, string]>([
    ['a signed document', {}, {}, 'CONTENT'],
    ['a file that was included', { state: 'SUBMITTED', signatures: [] }, {}, 'CONTENT'],
    ['a restricted document', { accessLevel: 'RESTRICTED' }, {}, 'EXISTENCE'],
    ['a public document of a restricted process', {}, { accessLevel: 'RESTRICTED' }, 'EXISTENCE'],
    ['a document under an intimation that is not fulfilled', { bonds: [{ intimationId: 'i', number: '1', sealed: true }] }, {}, 'EXISTENCE'],
    ['a document under one that is', { bonds: [{ intimationId: 'i', number: '1', sealed: false }] }, {}, 'CONTENT'],
    ['a certificate of intimation (LW-03)', { state: 'AUTHENTICATED', signatures: [], createdBy: { kind: 'system', id: 'intimation-saga' } }, {}, 'EXISTENCE'],
    ['a document of another saga', { state: 'AUTHENTICATED', signatures: [], createdBy: { kind: 'system', id: 'accreditation-saga' } }, {}, 'CONTENT'],
    ['a cancelled document', { state: 'CANCELLED' }, {}, 'EXISTENCE'],
    ['an unsigned draft', { state: 'DRAFT', signatures: [] }, {}, 'NOTHING'],
    ['a secret document', { accessLevel: 'SECRET' }, {}, 'NOTHING'],
    ['a document of a secret process', {}, { globalLevel: 'SECRET' }, 'NOTHING'],
  ])('PS-02: of %s', (_what, change, processChange, publication) => {
    expect(publicationOfDocument({ ...signed, ...change }, { process: aProcess(processChange), annexedTo: null })).toBe(publication);
  });
});

describe('the entries of search', () => {
  it('of what is listed only say nothing of what it is about', () => {
    const entries = entriesOfDocument({ ...signed, accessLevel: 'RESTRICTED', title: 'Laudo médico' }, open, 'diagnóstico');
    expect(entries.map(({ accessClass, heading, body, parties }) => ({ accessClass, heading, body, parties: parties.length }))).toEqual([
      { accessClass: 'LISTED_ONLY', heading: '', body: '', parties: 0 },
      { accessClass: 'INTERNAL', heading: 'Laudo médico', body: 'diagnóstico', parties: 1 },
    ]);
  });

  it('of what is secret are internal, for its credentialed staff while they work where it is', () => {
    const process = aProcess({ globalLevel: 'SECRET', credentialedStaffIds: ['ana'], unitIds: ['a', 'b'] });
    expect(entriesOfProcess({ process, annexedTo: null }, []).map(({ accessClass }) => accessClass)).toEqual(['INTERNAL']);
    const finds = (staffId: string, unitIds: string[]): boolean => readerKeys({ staffId, unitIds }).some((key) => readersOf(process).includes(key));
    expect([finds('ana', ['a']), finds('ana', ['c']), finds('rui', ['a'])]).toEqual([true, false, false]);
  });

  it('of a draft are for its own unit', () => {
    const process = aProcess({ unitIds: ['a', 'b'] });
    const [entry, ...others] = entriesOfDocument({ ...signed, state: 'DRAFT', signatures: [], unitId: 'b' }, { process, annexedTo: null }, 'x');
    expect([entry?.accessClass, entry?.readers, others]).toEqual(['INTERNAL', ['b'], []]);
  });

  it('hold no personal data, whoever finds them (LW-03)', () => {
    const entries = entriesOfDocument({ ...signed, title: 'CPF 529.982.247-25' }, open, 'ana@exemplo.test, CPF 52998224725');
    expect(JSON.stringify(entries)).not.toMatch(/529|ana@/);
  });
});
