import { connectionOf } from '@guiche/kit/graphql';
import { noticeToConfirm, withheld } from '../../../domain/processes/withheld.ts';
import type { DocumentResolvers } from '../../../generated/graphql.ts';
import { readerOf } from '../../../permissions/reader-of.ts';
import { readDocument } from '../../../use-cases/documents/read-document.ts';
import { documentSignatures } from '../signatures/document-signatures.ts';
import { textSearches } from './text-search-loader.ts';
import { accessLevels, documentOrigins, conferences, documentStates, stub, viewOf, withheldReasons } from '../mappers.ts';

export const Document: DocumentResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(readDocument, id),
  origin: ({ origin }) => viewOf(documentOrigins, origin),
  conference: ({ conference }) => (conference === null ? null : viewOf(conferences, conference)),
  state: ({ state }) => viewOf(documentStates, state),
  accessLevel: ({ accessLevel }) => viewOf(accessLevels, accessLevel),
  file: (document, _args, { actor, reads }) => (withheld(readerOf(actor), document) === null ? reads.fileOf(document, document.file) : null),
  signedFile: (document, _args, { actor, reads }) =>
    withheld(readerOf(actor), document) === null && document.signedFile !== null ? reads.fileOf(document, document.signedFile) : null,
  content: async (document, _args, { contentOf, reads }) => {
    const html = await contentOf(document);
    if (html !== null) reads.shown(document.process, 'FILE', { documentId: document.id });
    return html;
  },
  textSearch: async (document, _args, { textSearchOf }) => {
    const found = await textSearchOf(document);
    return found === null ? null : viewOf(textSearches, found);
  },
  versions: async (document, page, { versionsOf }) => {
    const versions = await versionsOf(document, page);
    return versions === null ? null : connectionOf(versions);
  },
  withheld: (document, _args, { actor }) => {
    const reason = withheld(readerOf(actor), document);
    if (reason === null) return null;
    const noticeId = noticeToConfirm(readerOf(actor), document);
    return { ...viewOf(withheldReasons, reason), notice: noticeId === null ? null : stub(noticeId) };
  },
  intimability: (document, { unitId }, { intimabilityOf }) => intimabilityOf(document, unitId),
  ...documentSignatures,
};
