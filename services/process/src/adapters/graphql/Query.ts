import { connectionOf, countedConnectionOf } from '@guiche/kit/graphql';
import type { QueryResolvers } from '../../generated/graphql.ts';
import { findProcessByNumber } from '../../use-cases/processes/find-process-by-number.ts';
import { findProcess } from '../../use-cases/processes/find-process.ts';
import { countUnitColumns, countUnitProcesses, listUnitProcesses } from '../../use-cases/processes/list-unit-processes.ts';
import { listAccreditationDossiers } from '../../use-cases/accreditation/list-accreditation-dossiers.ts';
import { listDocumentTypes, listLegalHypotheses, listProcessTypes } from '../../use-cases/catalogue/list-catalogue.ts';
import { previewTemplate } from '../../use-cases/catalogue/preview-template.ts';
import { findPetition } from '../../use-cases/petitions/find-petition.ts';
import { listPetitionTypes } from '../../use-cases/petitions/list-petition-types.ts';
import { listPetitions } from '../../use-cases/petitions/list-petitions.ts';
import { previewPetition } from '../../use-cases/petitions/preview-petition.ts';
import { readPetitionRules } from '../../use-cases/petitions/read-petition-rules.ts';
import { listExternalAccesses } from '../../use-cases/access/list-external-accesses.ts';
import { checkProcessNumber } from '../../use-cases/numbers/check-process-number.ts';
import { previewProcessNumber } from '../../use-cases/numbers/preview-process-number.ts';
import { readProcessRules } from '../../use-cases/settings/read-process-rules.ts';
import { readProcessNumbering } from '../../use-cases/numbers/read-process-numbering.ts';
import { searchQueries } from './search/search-queries.ts';
import { exportQueries } from './exports/export-fields.ts';
import { accessQueries } from './access/access-queries.ts';
import { taskQueries } from './tasks/task-queries.ts';
import { signatureQueries } from './signatures/signature-queries.ts';

export const Query: QueryResolvers = {
  ...accessQueries,
  ...exportQueries,
  ...searchQueries,
  ...taskQueries,
  process: (_parent, input, { ask }) => ask(findProcess, input),
  processByNumber: (_parent, input, { ask }) => ask(findProcessByNumber, input),
  unitProcesses: async (_parent, input, { ask }) => ({
    ...countedConnectionOf(await ask(listUnitProcesses, input), () => ask(countUnitProcesses, input)),
    counts: () => ask(countUnitColumns, input),
  }),
  externalAccesses: async (_parent, input, { ask }) => connectionOf(await ask(listExternalAccesses, input)),
  ...signatureQueries,
  petitionTypes: async (_parent, input, { ask }) => connectionOf(await ask(listPetitionTypes, input)),
  petitionRules: (_parent, input, { ask }) => ask(readPetitionRules, input),
  petition: (_parent, input, { ask }) => ask(findPetition, input),
  myPetitions: async (_parent, input, { ask }) => connectionOf(await ask(listPetitions, input)),
  previewPetition: (_parent, input, { ask }) => ask(previewPetition, input),
  previewTemplate: (_parent, input, { ask }) => ask(previewTemplate, input),
  processTypes: async (_parent, input, { ask }) => connectionOf(await ask(listProcessTypes, input)),
  documentTypes: async (_parent, input, { ask }) => connectionOf(await ask(listDocumentTypes, input)),
  legalHypotheses: async (_parent, input, { ask }) => connectionOf(await ask(listLegalHypotheses, input)),
  previewProcessNumber: (_parent, { input }, { ask }) => ask(previewProcessNumber, input),
  checkProcessNumber: (_parent, input, { ask }) => ask(checkProcessNumber, input),
  processNumbering: (_parent, input, { ask }) => ask(readProcessNumbering, input),
  processRules: (_parent, input, { ask }) => ask(readProcessRules, input),
  accreditationDossiers: async (_parent, input, { ask }) => connectionOf(await ask(listAccreditationDossiers, input)),
};
