import type { Reader, ReadableDocument } from '../processes/reading.ts';
import type { SignatureRequest } from './signature-request.ts';

/** A request to sign with its document. */
export interface AskedSignature {
  readonly document: ReadableDocument;
  readonly request: SignatureRequest;
}

/** Units where the process is or was see whom a document waits for; others only that it waits for them. */
export function requestsShownTo(reader: Reader, { signatureRequests, process }: ReadableDocument): readonly SignatureRequest[] {
  switch (reader.kind) {
    case 'staff':
      return process.unitIds.some((id) => reader.unitIds.includes(id))
        ? signatureRequests
        : signatureRequests.filter(({ signerKind, signerId }) => signerKind === 'staff' && signerId === reader.staffId);
    case 'person':
      return signatureRequests.filter(({ signerKind, signerId }) => signerKind === 'person' && signerId === reader.personId);
    case 'isolated':
    case 'nobody':
      return [];
  }
}
