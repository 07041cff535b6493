import type { MutationResolvers } from '../../generated/graphql.ts';
import { configureLetterhead } from '../../use-cases/settings/configure-letterhead.ts';
import { configureProcessNumbering } from '../../use-cases/numbers/configure-process-numbering.ts';
import { openProcess } from '../../use-cases/processes/open-process.ts';
import { signDocument } from '../../use-cases/signatures/sign-document.ts';

export const Mutation: MutationResolvers = {
  async openProcess(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(openProcess, input);
    return { processId: result.processId, replayed };
  },
  async signDocument(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(signDocument, input);
    return { documentId: result.documentId, replayed };
  },
  async configureProcessNumbering(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureProcessNumbering, input);
    return { numbering: result, replayed };
  },
  async configureLetterhead(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureLetterhead, input);
    return { municipality: { id: result.municipalityId }, lines: [...result.lines], replayed };
  },
};
