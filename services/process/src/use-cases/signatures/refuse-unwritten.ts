import type { Document } from '../../domain/documents/document.ts';
import { processErrors } from '../../domain/errors.ts';
import type { Ports } from '../ports.ts';

/** Refuses a draft of the staff that nobody wrote anything in. */
export async function refuseUnwritten(document: Document, { contents, sanitise }: Pick<Ports, 'contents' | 'sanitise'>): Promise<void> {
  if (document.state !== 'DRAFT' || document.createdBy.kind !== 'staff') return;
  const [written] = await contents.currentOf([document.id]);
  if (written === undefined) throw processErrors.DRAFT_WITHOUT_CONTENT();
  const isEmpty = sanitise(written.html, 'content').text.trim() === '' && !written.html.includes('<img');
  if (isEmpty) throw processErrors.DRAFT_WITHOUT_CONTENT();
}
