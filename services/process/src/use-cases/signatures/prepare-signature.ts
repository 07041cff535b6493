import type { Principal } from '@guiche/kit/auth';
import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import type { Document, DocumentFile, Verification } from '../../domain/documents/document.ts';
import { processErrors } from '../../domain/errors.ts';
import type { ReadableDocument } from '../../domain/processes/reading.ts';
import type { SignatureAct } from '../../domain/signatures/level.ts';
import type { ProofOfWill } from '../../domain/signatures/sign.ts';
import type { Signature, SignatureAuthorization, SignatureMethod } from '../../domain/signatures/signature.ts';
import type { Ports } from '../ports.ts';
import { requireLevel } from './require-level.ts';
import { signerOf } from './signer-of.ts';

/** How somebody proves that he wills a signature. */
export interface SignatureInput {
  /** Identity's one-use authorization, given against the password. */
  readonly authorization: string;
  readonly acceptTerm: boolean;
  /** In which capacity (cargo ou função), unless the request or the authorization says it. */
  readonly role?: string | null | undefined;
  readonly method?: SignatureMethod | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

/** A signature with the rendition that shows it, for the document as it was. */
export interface PreparedSignature {
  readonly authorization: SignatureAuthorization;
  readonly signature: Signature;
  readonly signedFile: DocumentFile;
  readonly verification: Verification;
  readonly version: number;
}

/** Checks the proof of will, decides the signature and prints it: all that must not be in the transaction. */
export async function prepareSignature(
  document: ReadableDocument,
  { input, actor, at }: { input: SignatureInput; actor: Principal; at: Date },
  { act, decide }: { act: SignatureAct; decide: (document: Document, proof: ProofOfWill) => Signature },
  ports: Ports,
): Promise<PreparedSignature> {
  const { role = null, method, acceptTerm, expectedVersion } = input;
  refuseProblems([role === null ? undefined : textProblem('role', role, { max: 100 })].filter((problem) => problem !== undefined));
  if (!acceptTerm) throw processErrors.RESPONSIBILITY_NOT_ACCEPTED();
  if (document.version !== (expectedVersion ?? document.version)) throw platformErrors.STALE_VERSION();
  const by = method ?? 'SYSTEM_PASSWORD';
  const authorization = await verify(by, input.authorization, ports);
  if (await ports.authorizations.isUsed(authorization.id)) throw processErrors.SIGNATURE_AUTHORIZATION_USED();
  const signature = decide(document, { authorization, method: by, signer: signerOf(actor), role, at });
  const { municipalityId, typeKey } = document;
  await requireLevel(act, { municipalityId, typeKey, obtained: signature.level }, ports);
  const { file: signedFile, verification } = await ports.renditions.signed(document, document.process.number, [...document.signatures, signature]);
  return { authorization, signature, signedFile, verification, version: document.version };
}

function verify(method: SignatureMethod, token: string, { authorizations, icpBrasil }: Ports): Promise<SignatureAuthorization> {
  switch (method) {
    case 'SYSTEM_PASSWORD':
      return authorizations.verify(token);
    case 'ICP_BRASIL':
      return icpBrasil.verify(token);
  }
}
