import type { Downloads } from '@guiche/kit/files';
import type { FileLinks } from '../../use-cases/ports.ts';

/** Signed addresses for other services. */
export function fileUrls(downloads: Downloads): FileLinks {
  return { forService: (storedId, audience, expiresAt) => downloads.path(storedId, { audience, expiresAt }) };
}
