import { subgraphCodegen } from '../../scripts/src/codegen.ts';

// GraphQL type -> the type its resolvers receive.
export default subgraphCodegen({
  ConfiguredProcessType: '../domain/catalogue/process-type.ts#ProcessType as ProcessTypeModel',
  DocumentType: '../domain/catalogue/document-type.ts#DocumentType as DocumentTypeModel',
  LegalHypothesis: '../domain/catalogue/legal-hypothesis.ts#LegalHypothesis as LegalHypothesisModel',
  Process: '../domain/processes/reading.ts#ReadableProcess',
  Document: '../domain/processes/reading.ts#ReadableDocument',
  DocumentFile: '../domain/documents/document.ts#DocumentFile as DocumentFileModel',
  DocumentConnection: '../adapters/graphql/models.ts#DocumentConnectionModel',
  DocumentVerification: '../use-cases/signatures/verify-document.ts#VerifiedDocument',
  Signature: '../domain/signatures/signature.ts#Signature as SignatureModel',
  Movement: '../domain/processes/movement.ts#Movement as MovementModel',
  ExternalAccess: '../domain/processes/reading.ts#ExternalAccess as ExternalAccessModel',
  AccreditationDossier: '../domain/accreditation/dossier.ts#Dossier',
  ProcessNumberCheck: '../adapters/graphql/models.ts#NumberCheckModel',
  ProcessNumberPreview: '../adapters/graphql/models.ts#NumberPreviewModel',
  ProcessNumbering: '../adapters/graphql/models.ts#NumberingModel',
  ProcessActPayload: '../adapters/graphql/models.ts#ProcessActed',
  UnitProcess: '../domain/processes/reading.ts#UnitProcess as UnitProcessModel',
  UnitProcessConnection: '../adapters/graphql/models.ts#UnitProcessConnectionModel',
  Dispatch: '../domain/processes/placement.ts#Dispatch as DispatchModel',
  OpenProcessPayload: '../adapters/graphql/models.ts#OpenedProcess',
  IncludeFilePayload: '../adapters/graphql/models.ts#ChangedDocument',
  CancelDocumentPayload: '../adapters/graphql/models.ts#ChangedDocument',
  SignDocumentPayload: '../adapters/graphql/models.ts#SignedDocument',
});
