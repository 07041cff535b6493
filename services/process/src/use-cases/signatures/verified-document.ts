import { platformErrors } from '@guiche/kit/errors';
import type { Document, DocumentFile, Verification } from '../../domain/documents/document.ts';
import { publicDocument } from '../../domain/search/public-item.ts';
import { verifiedBy } from '../../domain/signatures/verification.ts';
import type { VerifiedSignatures } from '../../domain/signatures/verification.ts';
import type { Ports } from '../ports.ts';
import { publicCity } from '../search/public-view.ts';
import { publishedProcesses } from '../search/published-processes.ts';

/** A signed document as the holder of its code may see it; `publicFile` is null unless the content is open to all. */
export interface VerifiedDocument extends VerifiedSignatures {
  readonly document: Document;
  readonly publicFile: DocumentFile | null;
}

/** Where a try came from. */
interface Attempt {
  readonly now: Date;
  readonly address?: string;
}

/** Wrong codes slow their address down, however they are typed. */
export async function admitVerification({ now, address = '' }: Attempt, { verificationAttempts }: Pick<Ports, 'verificationAttempts'>): Promise<void> {
  const retryAfterSeconds = await verificationAttempts.begin(address, now);
  if (retryAfterSeconds > 0) throw platformErrors.TOO_MANY_REQUESTS({ retryAfterSeconds });
}

/** What the code proves of the document that was found; null when it is none of its. Void signatures open no content. */
export async function verifiedDocument(
  document: Document | undefined,
  matches: (verification: Verification) => boolean,
  { now, address = '' }: Attempt,
  ports: Ports,
): Promise<VerifiedDocument | null> {
  const verified = document === undefined ? undefined : verifiedBy(document, matches);
  if (document === undefined || verified === undefined) return null;
  await ports.verificationAttempts.succeeded(address, now);
  const [published] = await publishedProcesses(await ports.processes.findMany([document.processId]), ports);
  const { contentSince } = await publicCity(document.municipalityId, ports);
  const isPublic = published !== undefined && publicDocument(document, published, contentSince)?.withheld === false;
  return { document, ...verified, publicFile: isPublic && verified.state === 'VALID' ? verified.signedFile : null };
}
