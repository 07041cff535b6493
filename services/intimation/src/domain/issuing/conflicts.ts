import { issuingErrors } from './errors.ts';
import type { AccessScope } from './intimation.ts';
import type { IntimationOrder } from './intimation-order.ts';
import type { Notice } from './notice.ts';

/** What earlier notices of the same recipients say about an order: those not refused or withdrawn. */
export type EarlierNotice = Pick<Notice, 'number' | 'documentIds' | 'accessScope' | 'municipalityId' | 'unitId' | 'confidedTo'> & { readonly recipientId: string };

/** What earlier intimations mean for an order. */
export interface InTheWay {
  readonly conflicts: readonly DocumentConflict[];
  readonly changes: ReadonlyMap<string, AccessChange>;
}

/** A document that a recipient was intimated of before (IN-04). */
export interface DocumentConflict {
  readonly recipientId: string;
  readonly documentId: string;
  /** Number of the earlier intimation. */
  readonly number: string;
}

/**
 * What happens to a recipient's access (IN-05): `NEW` one; `ADDED` to an integral one by an earlier intimation, or a
 * further partial one; `REPLACES_PARTIAL` needs a confirmation; `REFUSED` because a partial one cannot follow an integral.
 */
export type AccessChange = 'NEW' | 'ADDED' | 'REPLACES_PARTIAL' | 'REFUSED';

/** Documents of the order that recipients were intimated of before, as principal or annex alike (IN-04). */
export function documentConflicts(order: IntimationOrder, intimatedOfThem: readonly EarlierNotice[]): readonly DocumentConflict[] {
  const documents = new Set([order.documentId, ...order.annexDocumentIds]);
  const recipients = new Set(order.recipientIds);
  return intimatedOfThem
    .filter(({ recipientId }) => recipients.has(recipientId))
    .flatMap(({ recipientId, number, documentIds }) =>
      documentIds.filter((id) => documents.has(id)).map((documentId) => ({ recipientId, documentId, number })),
    );
}

/** What each recipient of the order holds in the process by earlier intimations, and what becomes of it (IN-05). */
export function accessChanges(order: IntimationOrder, inProcess: readonly EarlierNotice[]): ReadonlyMap<string, AccessChange> {
  const held = new Map<string, AccessScope>();
  for (const { recipientId, accessScope } of inProcess) {
    if (held.get(recipientId) !== 'INTEGRAL') held.set(recipientId, accessScope);
  }
  return new Map(order.recipientIds.map((id) => [id, changeOf(order.accessScope, held.get(id))]));
}

/** Refuses what stands in the way of an order; names of it what is in `told`: what who issues may see anyway. */
export function refuseConflicts({ conflicts, changes }: InTheWay, told: InTheWay, isReplacementConfirmed: boolean): void {
  if (conflicts.length > 0) throw issuingErrors.DOCUMENT_ALREADY_INTIMATED({ conflicts: told.conflicts.map((conflict) => ({ ...conflict })) });
  const isWith = (wanted: AccessChange): boolean => [...changes.values()].includes(wanted);
  const named = (wanted: AccessChange): string[] => [...told.changes].filter(([, change]) => change === wanted).map(([id]) => id);
  if (isWith('REFUSED')) throw issuingErrors.INTEGRAL_ACCESS_HELD({ recipientIds: named('REFUSED') });
  if (isWith('REPLACES_PARTIAL') && !isReplacementConfirmed) throw issuingErrors.REPLACEMENT_NOT_CONFIRMED({ recipientIds: named('REPLACES_PARTIAL') });
}

function changeOf(asked: AccessScope, held: AccessScope | undefined): AccessChange {
  if (held === undefined) return 'NEW';
  if (held === asked) return 'ADDED';
  return held === 'INTEGRAL' ? 'REFUSED' : 'REPLACES_PARTIAL';
}
