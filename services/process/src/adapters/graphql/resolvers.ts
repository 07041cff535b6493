import { scalarResolvers } from '@guiche/kit/graphql';
import { searchTypes } from './search/search-types.ts';
import { exportTypes } from './exports/export-types.ts';
import { accessTypes } from './access/access-types.ts';
import { AccreditationDossier } from './accreditation/AccreditationDossier.ts';
import { ConfiguredProcessType } from './catalogue/ConfiguredProcessType.ts';
import { DocumentType } from './catalogue/DocumentType.ts';
import { LegalHypothesis } from './catalogue/LegalHypothesis.ts';
import { CancelDocumentPayload } from './documents/CancelDocumentPayload.ts';
import { Document } from './documents/Document.ts';
import { DocumentIntimability } from './intimations/DocumentIntimability.ts';
import { DocumentVersion } from './documents/DocumentVersion.ts';
import { EditDocumentPayload } from './documents/EditDocumentPayload.ts';
import { WriteDocumentPayload } from './documents/WriteDocumentPayload.ts';
import { DocumentFile } from './documents/DocumentFile.ts';
import { IncludeFilePayload } from './documents/IncludeFilePayload.ts';
import { Petition } from './petitions/Petition.ts';
import { PetitionDocument } from './petitions/PetitionDocument.ts';
import { PetitionPayload } from './petitions/PetitionPayload.ts';
import { PetitionPreview } from './petitions/PetitionPreview.ts';
import { PetitionReceipt } from './petitions/PetitionReceipt.ts';
import { PetitionRules } from './petitions/PetitionRules.ts';
import { PetitionType } from './petitions/PetitionType.ts';
import { ExternalAccess } from './access/ExternalAccess.ts';
import { Movement, MovementAuthor, MovementSubject } from './processes/Movement.ts';
import { Placement } from './processes/Placement.ts';
import { Mutation } from './Mutation.ts';
import { ProcessActPayload } from './processes/ProcessActPayload.ts';
import { Dispatch, UnitProcess } from './processes/UnitProcess.ts';
import { OpenProcessPayload } from './processes/OpenProcessPayload.ts';
import { Process } from './processes/Process.ts';
import { ProcessRules } from './settings/ProcessRules.ts';
import { ProcessNumberCheck } from './numbers/ProcessNumberCheck.ts';
import { ProcessNumberPreview } from './numbers/ProcessNumberPreview.ts';
import { ProcessNumbering } from './numbers/ProcessNumbering.ts';
import { Query } from './Query.ts';
import { signatureTypes } from './signatures/signature-types.ts';
import { taskTypes } from './tasks/task-types.ts';

const { CPF, DateTime, LocalDate, ProcessNumber } = scalarResolvers;

/** The resolver map of the subgraph. */
export const resolvers = {
  CPF,
  ...accessTypes,
  ...exportTypes,
  ...searchTypes,
  ...taskTypes,
  ...signatureTypes,
  AccreditationDossier,
  CancelDocumentPayload,
  ConfiguredProcessType,
  DateTime,
  Dispatch,
  Document,
  DocumentFile,
  DocumentIntimability,
  DocumentType,
  DocumentVersion,
  EditDocumentPayload,
  ExternalAccess,
  IncludeFilePayload,
  LegalHypothesis,
  LocalDate,
  Movement,
  MovementAuthor,
  MovementSubject,
  Mutation,
  OpenProcessPayload,
  Petition,
  PetitionDocument,
  PetitionPayload,
  PetitionPreview,
  PetitionReceipt,
  PetitionRules,
  PetitionType,
  Placement,
  Process,
  ProcessActPayload,
  ProcessNumber,
  ProcessNumberCheck,
  ProcessNumberPreview,
  ProcessNumbering,
  ProcessRules,
  Query,
  UnitProcess,
  WriteDocumentPayload,
};
