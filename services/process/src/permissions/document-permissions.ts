import { definePermissions } from '@guiche/kit/auth';
import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../domain/errors.ts';
import type { ReadableDocument } from '../domain/processes/reading.ts';
import type { WorkedDocument, WorkedProcess } from '../domain/processes/worked.ts';
import { readsDocument } from './reader-of.ts';
import { worksOn, worksOnDocument } from './staff-rights.ts';

/** What each action is judged on. */
export interface DocumentResources {
  'document:upload': null;
  'document:include': WorkedProcess;
  'document:write': WorkedProcess;
  'document:edit': WorkedDocument;
  'document:cancel': WorkedDocument;
  'document:read': ReadableDocument;
  'document:read-contents': readonly ReadableDocument[];
}

const readsDocuments = (actor: Principal, documents: readonly ReadableDocument[]): boolean =>
  documents.every((document) => readsDocument(actor, document));

/** Documents and their files. */
export const documentPermissions = definePermissions<DocumentResources>({
  'document:upload': { person: true, staff: true, scope: 'petition:file' },
  'document:include': { staff: worksOn, denied: processErrors.PROCESS_NOT_FOUND },
  'document:write': { staff: worksOn, denied: processErrors.PROCESS_NOT_FOUND },
  'document:edit': { staff: worksOnDocument, denied: processErrors.DOCUMENT_NOT_FOUND },
  'document:cancel': { staff: worksOnDocument, denied: processErrors.DOCUMENT_NOT_FOUND },
  'document:read': { person: readsDocument, staff: readsDocument, scope: 'process:read', denied: processErrors.DOCUMENT_NOT_FOUND },
  'document:read-contents': { person: readsDocuments, staff: readsDocuments, scope: 'process:read', denied: processErrors.DOCUMENT_NOT_FOUND },
});
