import { scalarResolvers } from '@guiche/kit/graphql';
import { AccreditationDossier } from './accreditation/AccreditationDossier.ts';
import { ConfiguredProcessType } from './catalogue/ConfiguredProcessType.ts';
import { DocumentType } from './catalogue/DocumentType.ts';
import { LegalHypothesis } from './catalogue/LegalHypothesis.ts';
import { Document } from './documents/Document.ts';
import { DocumentFile } from './documents/DocumentFile.ts';
import { DocumentVerification } from './signatures/DocumentVerification.ts';
import { ExternalAccess } from './access/ExternalAccess.ts';
import { Movement } from './processes/Movement.ts';
import { Mutation } from './Mutation.ts';
import { OpenProcessPayload } from './processes/OpenProcessPayload.ts';
import { Process } from './processes/Process.ts';
import { ProcessNumberCheck } from './numbers/ProcessNumberCheck.ts';
import { ProcessNumberPreview } from './numbers/ProcessNumberPreview.ts';
import { ProcessNumbering } from './numbers/ProcessNumbering.ts';
import { Query } from './Query.ts';
import { SignDocumentPayload } from './signatures/SignDocumentPayload.ts';
import { Signature } from './signatures/Signature.ts';

const { DateTime, LocalDate, ProcessNumber } = scalarResolvers;

/** The resolver map of the subgraph. */
export const resolvers = {
  AccreditationDossier,
  ConfiguredProcessType,
  DateTime,
  Document,
  DocumentFile,
  DocumentType,
  DocumentVerification,
  ExternalAccess,
  LegalHypothesis,
  LocalDate,
  Movement,
  Mutation,
  OpenProcessPayload,
  Process,
  ProcessNumber,
  ProcessNumberCheck,
  ProcessNumberPreview,
  ProcessNumbering,
  Query,
  SignDocumentPayload,
  Signature,
};
