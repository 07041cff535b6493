import { scalarResolvers } from '@guiche/kit/graphql';
import { AccreditationDossier } from './AccreditationDossier.ts';
import { Document } from './Document.ts';
import { DocumentFile } from './DocumentFile.ts';
import { DocumentVerification } from './DocumentVerification.ts';
import { ExternalAccess } from './ExternalAccess.ts';
import { Movement } from './Movement.ts';
import { Mutation } from './Mutation.ts';
import { OpenProcessPayload } from './OpenProcessPayload.ts';
import { Process } from './Process.ts';
import { ProcessNumbering } from './ProcessNumbering.ts';
import { Query } from './Query.ts';
import { SignDocumentPayload } from './SignDocumentPayload.ts';
import { Signature } from './Signature.ts';

const { DateTime, LocalDate } = scalarResolvers;

/** The resolver map of the subgraph. */
export const resolvers = {
  AccreditationDossier,
  DateTime,
  Document,
  DocumentFile,
  DocumentVerification,
  ExternalAccess,
  LocalDate,
  Movement,
  Mutation,
  OpenProcessPayload,
  Process,
  ProcessNumbering,
  Query,
  SignDocumentPayload,
  Signature,
};
