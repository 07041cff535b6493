import type { MatrixRow } from '@guiche/kit/testing';
import { unitId } from '../rig.ts';
import { everybody, onlyFor, readers, scopeless } from './callers.ts';
import type { Caller } from './callers.ts';
import type { MatrixWorld } from './matrix-world.ts';
import { reference } from './reference.ts';

/** Documents, files and copies of whole processes. */
export const documentRows = ({ term, submittedId, exportId }: MatrixWorld): Record<string, MatrixRow<Caller>> => ({
  'Mutation.createDocumentUpload': {
    send: (ask) =>
      ask('mutation($input: CreateDocumentUploadInput!) { createDocumentUpload(input: $input) { uploadId } }', {
        input: { fileName: 'a.pdf', size: 10, mediaType: 'application/pdf', sha256: 'a'.repeat(64) },
      }),
    answers: {
      ...everybody('ok'),
      anonymous: 'UNAUTHENTICATED',
      representative: 'FORBIDDEN',
      appWithScope: 'FORBIDDEN',
      appWithoutScope: 'FORBIDDEN',
      appForAWithScope: 'MISSING_SCOPE',
      appForAWithoutScope: 'MISSING_SCOPE',
      appForAOfOtherCity: 'MISSING_SCOPE',
    },
  },
  'Mutation.includeFile': {
    send: (ask) =>
      ask('mutation($input: IncludeFileInput!) { includeFile(input: $input) { replayed } }', {
        input: { processId: term.processId, unitId, typeKey: 'comprovante', title: 'x', uploadId: 'none' },
      }),
    answers: { ...onlyFor([], 'PROCESS_NOT_FOUND'), clerkOfUnit: 'UPLOAD_NOT_FOUND' },
  },
  'Mutation.exportProcess': {
    send: (ask) =>
      ask('mutation($input: ExportProcessInput!) { exportProcess(input: $input) { replayed } }', { input: { processId: term.processId, format: 'ZIP' } }),
    answers: onlyFor(readers, 'PROCESS_NOT_FOUND', scopeless),
  },
  'Query.processExport': {
    // Of the clerk of the unit: others who read the process do not read his copy of it.
    send: (ask) => ask('query($id: ID!) { processExport(id: $id) { total file { downloadUrl } } }', { id: exportId }),
    answers: onlyFor(['clerkOfUnit'], 'EXPORT_NOT_FOUND', scopeless),
  },
  'Query.myExports': {
    send: (ask) => ask('{ myExports { edges { node { id } } } }'),
    answers: {
      ...onlyFor(['clerkOfUnit', 'citizenA', 'appForAWithScope'], 'empty'), ...scopeless, representative: 'FORBIDDEN', appWithScope: 'FORBIDDEN', appWithoutScope: 'FORBIDDEN',
    },
  },
  'Mutation.writeDocument': {
    send: (ask) =>
      ask('mutation($input: WriteDocumentInput!) { writeDocument(input: $input) { replayed } }', {
        input: { processId: term.processId, unitId, typeKey: 'despacho', title: 'x', content: '<script></script>' },
      }),
    answers: { ...onlyFor([], 'PROCESS_NOT_FOUND'), clerkOfUnit: 'INVALID_INPUT' },
  },
  'Mutation.editDocument': {
    // The Term is the system's: nobody writes it anew.
    send: (ask) =>
      ask('mutation($input: EditDocumentInput!) { editDocument(input: $input) { replayed } }', {
        input: { documentId: term.documentId, unitId, content: 'x', expectedVersion: 1 },
      }),
    answers: { ...onlyFor([], 'DOCUMENT_NOT_FOUND'), clerkOfUnit: 'DOCUMENT_NOT_WRITTEN' },
  },
  'Mutation.cancelDocument': {
    send: (ask) =>
      ask('mutation($input: CancelDocumentInput!) { cancelDocument(input: $input) { replayed } }', {
        input: { documentId: term.documentId, unitId, reason: 'x', expectedVersion: 99 },
      }),
    answers: { ...onlyFor([], 'DOCUMENT_NOT_FOUND'), clerkOfUnit: 'STALE_VERSION' },
  },
  '_entities Document': {
    send: reference('Document', submittedId, 'title file { downloadUrl }'),
    answers: { ...onlyFor(readers, 'null'), anonymous: 'null' },
  },
});
