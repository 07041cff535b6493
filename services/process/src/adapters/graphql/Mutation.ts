import type { MutationResolvers } from '../../generated/graphql.ts';
import { configureDocumentType } from '../../use-cases/catalogue/configure-document-type.ts';
import { configureLegalHypothesis } from '../../use-cases/catalogue/configure-legal-hypothesis.ts';
import { configureProcessType } from '../../use-cases/catalogue/configure-process-type.ts';
import { cancelDocument } from '../../use-cases/documents/cancel-document.ts';
import { createDocumentUpload } from '../../use-cases/documents/create-document-upload.ts';
import { editDocument } from '../../use-cases/documents/edit-document.ts';
import { includeFile } from '../../use-cases/documents/include-file.ts';
import { configureProcessRules } from '../../use-cases/settings/configure-process-rules.ts';
import { writeDocument } from '../../use-cases/documents/write-document.ts';
import { configureLetterhead } from '../../use-cases/settings/configure-letterhead.ts';
import { configureProcessNumbering } from '../../use-cases/numbers/configure-process-numbering.ts';
import { openProcess } from '../../use-cases/processes/open-process.ts';
import { exportMutations } from './exports/export-fields.ts';
import { accessActs } from './access/access-acts.ts';
import { processActs } from './processes/process-acts.ts';
import { searchActs } from './search/search-queries.ts';
import { blockActs } from './signatures/block-acts.ts';
import { signatureActs } from './signatures/signature-acts.ts';
import { documentTypeFrom, legalHypothesisFrom, processTypeFrom } from './catalogue/catalogue-inputs.ts';
import { taskActs } from './tasks/task-acts.ts';
import { petitionMutations } from './petitions/petition-mutations.ts';

export const Mutation: MutationResolvers = {
  ...accessActs,
  ...exportMutations,
  ...processActs,
  ...taskActs,
  async openProcess(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(openProcess, input);
    return { processId: result.processId, replayed };
  },
  ...signatureActs,
  ...blockActs,
  ...searchActs,
  async configureProcessNumbering(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureProcessNumbering, input);
    return { numbering: result, replayed };
  },
  ...petitionMutations,
  async createDocumentUpload(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(createDocumentUpload, input);
    return { ...result, replayed };
  },
  async includeFile(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(includeFile, input);
    return { documentId: result.documentId, replayed };
  },
  async writeDocument(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(writeDocument, input);
    return { documentId: result.documentId, replayed };
  },
  async editDocument(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(editDocument, input);
    return { documentId: result.documentId, replayed };
  },
  async cancelDocument(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(cancelDocument, input);
    return { documentId: result.documentId, replayed };
  },
  async configureProcessType(_parent, { input: { idempotencyKey, ...input } }, { execute }) {
    const { result, replayed } = await execute(configureProcessType, { ...processTypeFrom(input), idempotencyKey });
    return { processType: result, replayed };
  },
  async configureDocumentType(_parent, { input: { idempotencyKey, ...input } }, { execute }) {
    const { result, replayed } = await execute(configureDocumentType, { ...documentTypeFrom(input), idempotencyKey });
    return { documentType: result, replayed };
  },
  async configureLegalHypothesis(_parent, { input: { idempotencyKey, ...input } }, { execute }) {
    const { result, replayed } = await execute(configureLegalHypothesis, { ...legalHypothesisFrom(input), idempotencyKey });
    return { legalHypothesis: result, replayed };
  },
  async configureProcessRules(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureProcessRules, input);
    return { rules: result, replayed };
  },
  async configureLetterhead(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureLetterhead, input);
    return { municipality: { id: result.municipalityId }, lines: [...result.lines], replayed };
  },
};
