import { describe, expect, it } from '@jest/globals';
import { systemActor } from '@guiche/kit/auth';
import { fileErrors } from '@guiche/kit/files';
import type { Document } from '../../domain/documents/document.ts';
import type { Dossier } from '../../domain/accreditation/dossier.ts';
import { noteApproval, noteRelease } from '../../domain/accreditation/dossier.ts';
import type { Grant } from '../../domain/access/grant.ts';
import type { Movement } from '../../domain/processes/movement.ts';
import type { Process } from '../../domain/processes/process.ts';
import { aFile, aMunicipality } from '../../test/builders.ts';
import { openAccreditationProcess } from './open-accreditation-process.ts';
import { startingCatalogue } from '../../domain/catalogue/starting-catalogue.ts';
import type { Ports } from '../ports.ts';
import type { SourceFiles } from './ports.ts';

const now = new Date('2026-01-01T01:00:00Z');
const subject = { ticketId: 'ticket-1', municipalityId: 'campinas', personId: 'ana' };
const paper = { fileId: 'f1', name: 'rg.pdf', label: 'Documento oficial com foto e CPF', mediaType: 'application/pdf', url: '/files/1', sha256: 'ab', size: 1 };
const approval = { unitId: 'protocolo', approvedBy: 'clerk', approvedAt: now, files: [paper] };
const release = { accreditationId: 'acc-1', sheet: { url: '/files/2', sha256: 'cd', size: 1 } };
const dueDossier = noteRelease(noteApproval(undefined, subject, approval, now), subject, release, now);

/** The use case as the pipeline runs it, on plain lists; `sources` stands for the other services. */
async function run(dossier: Dossier, sources: Partial<SourceFiles> = {}, round = 1) {
  const written = { processes: [] as Process[], documents: [] as Document[], movements: [] as Movement[], grants: [] as Grant[], kept: [] as string[] };
  let saved = dossier;
  const counters = new Map<string, number>();
  const ports = {
    dossiers: { find: async () => saved, save: async (changed: Dossier) => void (saved = changed) },
    municipalities: { find: async () => aMunicipality() },
    numberings: {
      ofMunicipality: async () => [
        { municipalityId: 'campinas', body: null, mask: 'PMC.{year:4}.{sequence:8}-{check:mod11-executivo-federal}', sequencePer: 'BODY', bodyCode: null, unitCodes: [], formerMasks: [] },
      ],
    },
    letterheads: { find: async () => undefined },
    units: { find: async () => undefined },
    sequences: { next: async (name: string) => { counters.set(name, (counters.get(name) ?? 0) + 1); return counters.get(name) ?? 0; } },
    sourceFiles: {
      sheet: async () => ({ fullName: 'Ana Souza', cpf: '529.982.247-25', email: 'ana@example.com' }),
      submitted: async () => aFile({ id: 'paper' }),
      ...sources,
    },
    renditions: { term: async () => aFile({ id: 'term', sha256: 'ef'.repeat(32) }) },
    processes: { insert: async (process: Process) => void written.processes.push(process), findByNumberKey: async () => undefined },
    processTypes: { find: async () => startingCatalogue('campinas').processTypes[0] },
    placements: { save: async () => undefined },
    documents: { insertMany: async (documents: Document[]) => void written.documents.push(...documents) },
    movements: { append: async (movements: Movement[]) => void written.movements.push(...movements) },
    grants: { insert: async (grant: Grant) => void written.grants.push(grant) },
    keepFiles: async (files: { id: string }[]) => void written.kept.push(...files.map(({ id }) => id)),
  } as unknown as Ports;
  let ids = 0;
  const command = { input: { ticketId: 'ticket-1', round }, actor: systemActor('accreditation-saga'), now, newId: () => `id-${String((ids += 1))}` };
  const prepared = await openAccreditationProcess.prepare?.({ ...command, resource: null }, ports);
  if (prepared === undefined) throw new Error('Nothing prepared');
  const outcome = await openAccreditationProcess.run({ ...command, resource: null, prepared }, ports);
  return { ...written, dossier: saved, events: outcome.events ?? [], counters };
}

describe('opening the process of an accreditation', () => {
  it('numbers it in the year of the city, not of Greenwich, and keeps every file it refers to', async () => {
    const { processes, documents, grants, movements, kept, dossier, events } = await run(dueDossier);
    expect(processes.map(({ number }) => number)).toEqual(['PMC.2025.00000001-01']);
    expect(documents.map(({ number, title }) => [number, title])).toEqual([
      ['0000001', 'Documento oficial com foto e CPF'],
      ['0000002', 'Termo de Credenciamento de Usuário Externo'],
    ]);
    expect(kept).toEqual(['paper', 'term']);
    expect(grants).toMatchObject([{ personId: 'ana', state: 'HIDDEN', documentIds: [documents[1]?.id] }]);
    expect(movements.map(({ kind }) => kind)).toEqual(['PROCESS_OPENED', 'DOCUMENT_FILED', 'DOCUMENT_FILED']);
    expect(dossier).toMatchObject({ state: 'OPENED', processId: processes[0]?.id });
    expect(events).toMatchObject([{ type: 'AccreditationProcessOpened', data: { termSha256: 'ef'.repeat(32), ticketId: 'ticket-1' } }]);
  });

  it('ends the dossier when a file is not what was announced, and writes nothing else', async () => {
    const { processes, documents, grants, dossier, events, counters } = await run(dueDossier, {
      submitted: async () => { throw fileErrors.FILE_HASH_MISMATCH(); },
    });
    expect([processes, documents, grants]).toEqual([[], [], []]);
    expect(dossier).toMatchObject({ state: 'FAILED', failure: { code: 'FILE_HASH_MISMATCH' } });
    expect(events).toMatchObject([{ type: 'AccreditationProcessFailed', data: { reasonCode: 'FILE_HASH_MISMATCH' } }]);
    expect(counters.size).toBe(0);
  });

  it('is tried again when a source is away, and when something is simply broken', async () => {
    const away = async () => { throw fileErrors.REMOTE_FILE_UNAVAILABLE(); };
    await expect(run(dueDossier, { submitted: away })).rejects.toMatchObject({ code: 'REMOTE_FILE_UNAVAILABLE' });
    await expect(run(dueDossier, { sheet: async () => { throw new Error('a bug'); } })).rejects.toThrow('a bug');
  });

  it('does nothing for a round that is over', async () => {
    const { processes, dossier, events } = await run(dueDossier, {}, 2);
    expect([processes, events, dossier]).toEqual([[], [], dueDossier]);
  });
});
