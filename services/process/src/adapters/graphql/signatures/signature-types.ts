import { AuthenticateDocumentPayload } from './AuthenticateDocumentPayload.ts';
import { DocumentVerification } from './DocumentVerification.ts';
import { SignDocumentPayload } from './SignDocumentPayload.ts';
import { Signature } from './Signature.ts';
import { DocumentTypeSignatureLevel, SignatureLevels } from './SignatureLevels.ts';

/** The types of signing. */
export const signatureTypes = {
  AuthenticateDocumentPayload,
  DocumentTypeSignatureLevel,
  DocumentVerification,
  SignDocumentPayload,
  Signature,
  SignatureLevels,
};
