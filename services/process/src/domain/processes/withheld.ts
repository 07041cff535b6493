import type { GrantedIntimation } from '../access/grant.ts';
import type { Reader, ReadableDocument } from './reading.ts';

/** Why the content of a document that somebody may see is not shown; null when it is. */
export type Withheld = 'CANCELLED' | 'SEALED' | 'NOTICE_NOT_CONFIRMED';

/**
 * A cancelled document keeps its number and hides its content; one under an intimation is sealed for the outside until all
 * of its notices are fulfilled (IN-07). Who fulfilled his own reads it meanwhile; who has not is told that he has to.
 */
export function withheld(reader: Reader, document: ReadableDocument): Withheld | null {
  if (document.state === 'CANCELLED') return 'CANCELLED';
  if (reader.kind === 'staff' || !document.bonds.some(({ sealed }) => sealed)) return null;
  const own = noticesOf(reader, document);
  if (own.some(({ fulfilledAt }) => fulfilledAt !== null)) return null;
  return own.length === 0 ? 'SEALED' : 'NOTICE_NOT_CONFIRMED';
}

/** The reader's notice that has to be confirmed before the document is opened to him; null when there is none. */
export function noticeToConfirm(reader: Reader, document: ReadableDocument): string | null {
  return withheld(reader, document) === 'NOTICE_NOT_CONFIRMED' ? (noticesOf(reader, document)[0]?.noticeId ?? null) : null;
}

/** The reader's own notices of the intimations that the document belongs to. */
function noticesOf(reader: Reader, { bonds, process }: ReadableDocument): GrantedIntimation[] {
  if (reader.kind !== 'person') return [];
  const own = process.grants.filter(({ personId, state }) => personId === reader.personId && state === 'ACTIVE');
  return own.flatMap(({ intimations }) => intimations.filter(({ intimationId }) => bonds.some((bond) => bond.intimationId === intimationId)));
}

/** Former versions of a text are the affair of the unit that wrote it, as long as it is not cancelled. */
export function seesVersions(reader: Reader, document: ReadableDocument): boolean {
  return reader.kind === 'staff' && document.unitId !== null && reader.unitIds.includes(document.unitId) && withheld(reader, document) === null;
}
