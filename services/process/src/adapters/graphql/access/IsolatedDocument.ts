import { withheld } from '../../../domain/processes/withheld.ts';
import type { IsolatedDocumentResolvers } from '../../../generated/graphql.ts';
import { viewOf, withheldReasons } from '../mappers.ts';

// Its bytes are withheld by the same rule as from everybody outside.
const outside = { kind: 'nobody' } as const;

export const IsolatedDocument: IsolatedDocumentResolvers = {
  file: (document, _args, { reads }) => {
    if (withheld(outside, document) !== null) return null;
    return reads.fileOf(document, document.signedFile ?? document.file, `grant:${document.process.grants.map(({ id }) => id).join()}`);
  },
  withheld: (document) => {
    const reason = withheld(outside, document);
    return reason === null ? null : { ...viewOf(withheldReasons, reason), notice: null };
  },
};
