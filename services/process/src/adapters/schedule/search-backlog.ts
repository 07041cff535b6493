import type { Jobs } from '@guiche/kit/schedule';
import type { ClientSession } from 'mongoose';
import type { DocumentRepository } from '../../use-cases/documents/ports.ts';
import type { ProcessRepository } from '../../use-cases/processes/ports.ts';
import type { SearchBacklog } from '../../use-cases/search/ports.ts';
import type { ProcessJobs } from './schedule.ts';

/** What waits to be indexed, as jobs that are due at once. */
export function createSearchBacklog(jobs: Jobs<ProcessJobs>, session: ClientSession | undefined, now: () => Date): SearchBacklog {
  const within = (): ClientSession => {
    if (session === undefined) throw new Error('A job is added within a transaction');
    return session;
  };
  return {
    async addProcess(processId, version) {
      await jobs.add(within(), { kind: 'index-process', key: `${processId}/${version}`, dueAt: now(), data: { processId } });
    },
    async addDocuments(documentIds, version) {
      const due = { kind: 'index-document', dueAt: now() } as const;
      await jobs.addAll(within(), documentIds.map((documentId) => ({ ...due, key: `${documentId}/${version}`, data: { documentId } })));
    },
    async goOn(from, dueAt) {
      await jobs.put(within(), { kind: 'reindex-search', key: 'search', dueAt, data: from });
    },
  };
}

/** Processes whose every change search is told of, in the same transaction: no use case can forget it. */
export function notingProcesses(processes: ProcessRepository, backlog: SearchBacklog): ProcessRepository {
  return {
    ...processes,
    async insert(process) {
      await processes.insert(process);
      await backlog.addProcess(process.id, String(process.version));
    },
    async update(process) {
      await processes.update(process);
      await backlog.addProcess(process.id, String(process.version));
    },
    async updateMany(changed) {
      await processes.updateMany(changed);
      for (const { id, version } of changed) await backlog.addProcess(id, String(version));
    },
  };
}

/** The same for documents. */
export function notingDocuments(documents: DocumentRepository, backlog: SearchBacklog): DocumentRepository {
  const noteAll = async (some: readonly { id: string; version: number }[]): Promise<void> => {
    for (const [version, ofVersion] of Map.groupBy(some, (document) => document.version)) {
      await backlog.addDocuments(ofVersion.map(({ id }) => id), String(version));
    }
  };
  return {
    ...documents,
    async insertMany(added) {
      await documents.insertMany(added);
      await noteAll(added);
    },
    async update(document) {
      await documents.update(document);
      await backlog.addDocuments([document.id], String(document.version));
    },
    async updateMany(changed) {
      await documents.updateMany(changed);
      await noteAll(changed);
    },
  };
}
