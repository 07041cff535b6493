import { AuthenticateDocumentPayload } from './AuthenticateDocumentPayload.ts';
import { DocumentVerification } from './DocumentVerification.ts';
import { CancelSignatureRequestPayload, NoteDocumentViewedPayload, RefuseSignaturePayload, RequestSignaturePayload } from './request-payloads.ts';
import { SignDocumentPayload } from './SignDocumentPayload.ts';
import { Signature } from './Signature.ts';
import { SigningBlock } from './SigningBlock.ts';
import { SigningBlockPayload } from './SigningBlockPayload.ts';
import { SignatureRequest } from './SignatureRequest.ts';
import { DocumentTypeSignatureLevel, SignatureLevels } from './SignatureLevels.ts';

/** The types of signing. */
export const signatureTypes = {
  AuthenticateDocumentPayload,
  CancelSignatureRequestPayload,
  DocumentTypeSignatureLevel,
  DocumentVerification,
  NoteDocumentViewedPayload,
  RefuseSignaturePayload,
  RequestSignaturePayload,
  SignDocumentPayload,
  Signature,
  SignatureLevels,
  SignatureRequest,
  SigningBlock,
  SigningBlockPayload,
};
