import type { Recipient } from '../recipients/recipient.ts';
import type { IntimationType } from '../types/intimation-type.ts';
import type { ResponseType } from '../types/response-type.ts';
import type { AccessChange } from './conflicts.ts';
import type { IntimationRequested } from './events.ts';
import type { Intimation } from './intimation.ts';
import type { IntimationOrder } from './intimation-order.ts';
import type { Notice } from './notice.ts';

/** An order whose parts were found, and which nothing stands in the way of. */
export interface ClearedOrder {
  readonly order: IntimationOrder;
  readonly municipalityId: string;
  readonly type: IntimationType;
  readonly responseTypes: readonly ResponseType[];
  /** Those of the order, in its order. */
  readonly recipients: readonly Recipient[];
  readonly changes: ReadonlyMap<string, AccessChange>;
}

/** Asks process to bind the act: until it answers, the intimation is in the making and nobody is intimated (IN-01). */
export function requestIntimation(
  { order, municipalityId, type, responseTypes, recipients, changes }: ClearedOrder,
  { id, number, staffId, at, newId }: { id: string; number: string; staffId: string; at: Date; newId: () => string },
): { intimation: Intimation; notices: readonly Notice[]; event: IntimationRequested } {
  const { processId, unitId, documentId, annexDocumentIds, accessScope } = order;
  const shared = {
    municipalityId,
    number,
    processId,
    unitId,
    type: { id: type.id, name: type.name, responseMode: type.responseMode },
    responseOptions: responseTypes.map((chosen) => ({ responseTypeId: chosen.id, name: chosen.name, amount: chosen.amount })),
    accessScope,
    confidedTo: null,
    requestedAt: at,
    issuedAt: null,
    version: 1,
  };
  // Sorted, so that the notices of an act are in the order of its recipients wherever they are read by id.
  const ids = recipients.map(newId).sort();
  const notices = recipients.map(
    (recipient, index): Notice => ({
      ...shared,
      id: ids[index] ?? newId(),
      intimationId: id,
      actState: 'REQUESTED',
      processNumber: null,
      body: null,
      documentIds: [documentId, ...annexDocumentIds],
      documentLabel: null,
      replacesPartial: changes.get(recipient.id) === 'REPLACES_PARTIAL',
      recipient: { kind: 'PERSON', recipientId: recipient.id, personId: recipient.personId, name: recipient.name ?? null },
      representatives: [{ personId: recipient.personId }],
      status: 'PENDING',
      tacitDays: null,
      tacit: null,
      fulfilment: null,
      responseDeadlines: [],
      responses: [],
      certificate: null,
    }),
  );
  return {
    intimation: {
      ...shared,
      id,
      state: 'REQUESTED',
      documentId,
      annexDocumentIds,
      noticeCount: notices.length,
      requestedBy: staffId,
      binding: null,
      failure: null,
    },
    notices,
    event: {
      type: 'IntimationRequested',
      aggregate: { type: 'intimation', id },
      tenantId: municipalityId,
      data: {
        intimationId: id,
        number,
        municipalityId,
        processId,
        unitId,
        staffId,
        documentId,
        annexDocumentIds,
        scope: accessScope,
        notices: notices.map(({ id: noticeId, representatives, replacesPartial }) => ({
          noticeId,
          personIds: representatives.map(({ personId }) => personId),
          replacesPartial,
        })),
        typeName: type.name,
      },
    },
  };
}
