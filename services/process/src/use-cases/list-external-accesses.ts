import type { AppForPersonPrincipal, PersonPrincipal, Principal } from '@guiche/kit/auth';
import { pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import type { Grant } from '../domain/grant.ts';
import { reachOf, reaches } from '../domain/reading.ts';
import type { ReadableDocument } from '../domain/reading.ts';
import { readerOf } from '../permissions.ts';
import { defineQuery } from './define.ts';
import { attachGrants, attachProcesses } from './load-readable.ts';

/** One row of Controle de Acessos Externos (ID-08). */
export interface ExternalAccess extends Grant {
  readonly document: ReadableDocument;
}

/** What was released to the person, newest first. */
export const listExternalAccesses = defineQuery({
  action: 'external-access:list',
  load: () => null,
  async run({ input, actor }: { input: PageArguments; actor: Principal }, ports): Promise<Page<ExternalAccess>> {
    const owner = ownerOf(actor);
    const page = await ports.grants.pageOf(owner, pageRequest(input));
    const processIds = [...new Set(page.items.map(({ processId }) => processId))];
    // A list that fits on one page holds all grants of the person; otherwise the others count for reading too.
    const isWhole = !page.hasNextPage && !page.hasPreviousPage;
    const grants = isWhole ? page.items : await ports.grants.activeOf(owner.personId, processIds);
    const processes = attachGrants(await ports.processes.findMany(processIds), grants);
    const documents = attachProcesses(await ports.documents.findMany(page.items.map(({ documentId }) => documentId)), processes);
    const readable = documents.filter((document) => reaches(reachOf(readerOf(actor), document.process), document));
    return withDocuments(page, readable);
  },
});

function ownerOf(actor: Principal): { personId: string; municipalityId?: string } {
  const { personId, ...rest } = actor as PersonPrincipal | AppForPersonPrincipal;
  return 'municipalityId' in rest ? { personId, municipalityId: rest.municipalityId } : { personId };
}

function withDocuments(page: Page<Grant>, documents: readonly ReadableDocument[]): Page<ExternalAccess> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const rows = page.items.flatMap((grant, index) => {
    const document = byId.get(grant.documentId);
    return document === undefined ? [] : [{ item: { ...grant, document }, cursor: page.cursors[index] ?? '' }];
  });
  return { ...page, items: rows.map(({ item }) => item), cursors: rows.map(({ cursor }) => cursor) };
}
