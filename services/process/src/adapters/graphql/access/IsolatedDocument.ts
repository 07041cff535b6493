import { withheld } from '../../../domain/processes/reading.ts';
import type { IsolatedDocumentResolvers } from '../../../generated/graphql.ts';
import { viewOf, withheldReasons } from '../mappers.ts';

// Its bytes are withheld by the same rule as from everybody outside.
const outside = { kind: 'nobody' } as const;

export const IsolatedDocument: IsolatedDocumentResolvers = {
  file: (document) => (withheld(outside, document) === null ? (document.signedFile ?? document.file) : null),
  withheld: (document) => {
    const reason = withheld(outside, document);
    return reason === null ? null : viewOf(withheldReasons, reason);
  },
};
