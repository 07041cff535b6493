import { subgraphCodegen } from '../../scripts/src/codegen.ts';

// GraphQL type -> the type its resolvers receive.
export default subgraphCodegen({
  Process: '../domain/reading.ts#ReadableProcess',
  Document: '../domain/reading.ts#ReadableDocument',
  DocumentFile: '../domain/document.ts#DocumentFile as DocumentFileModel',
  DocumentConnection: '../adapters/graphql/models.ts#DocumentConnectionModel',
  DocumentVerification: '../use-cases/verify-document.ts#VerifiedDocument',
  Signature: '../domain/signature.ts#Signature as SignatureModel',
  Movement: '../domain/movement.ts#Movement as MovementModel',
  ExternalAccess: '../domain/reading.ts#ExternalAccess as ExternalAccessModel',
  AccreditationDossier: '../domain/dossier.ts#Dossier',
  ProcessNumbering: '../adapters/graphql/models.ts#NumberingModel',
  OpenProcessPayload: '../adapters/graphql/models.ts#OpenedProcess',
  SignDocumentPayload: '../adapters/graphql/models.ts#SignedDocument',
});
