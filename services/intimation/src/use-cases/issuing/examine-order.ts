import type { StaffPrincipal } from '@guiche/kit/auth';
import { refuseProblems } from '@guiche/kit/errors';
import { orderProblems } from '../../domain/issuing/check-order.ts';
import { accessChanges, documentConflicts } from '../../domain/issuing/conflicts.ts';
import type { EarlierNotice, InTheWay } from '../../domain/issuing/conflicts.ts';
import { recipientLimit } from '../../domain/issuing/intimation-order.ts';
import type { IntimationOrder } from '../../domain/issuing/intimation-order.ts';
import type { ClearedOrder } from '../../domain/issuing/request-intimation.ts';
import { offeredLimit } from '../../domain/types/configure-intimation-type.ts';
import { seesAct } from '../../permissions.ts';
import type { Ports } from '../ports.ts';

/** An order that was looked up: who it is for, and what stands in its way by earlier intimations. */
export interface ExaminedOrder extends ClearedOrder, InTheWay {
  readonly changes: InTheWay['changes'];
  /** The same by acts alone that who issues sees anyway. */
  readonly told: InTheWay;
}

/**
 * Looks up everything an order names, in as many queries for one recipient as for three hundred, and refuses what is
 * wrong with it, all at once. What earlier intimations stand in the way of (IN-04, IN-05) is told, not refused; that of
 * units where who issues does not work is kept from him, who may not even see the process.
 */
export async function examineOrder(
  order: IntimationOrder,
  { municipalityId, staff }: { municipalityId: string; staff: StaffPrincipal },
  { intimationTypes, responseTypes, recipients, notices }: Pick<Ports, 'intimationTypes' | 'responseTypes' | 'recipients' | 'notices'>,
): Promise<ExaminedOrder> {
  const recipientIds = order.recipientIds.slice(0, recipientLimit);
  const type = await intimationTypes.find(order.typeId);
  const chosen = await responseTypes.findMany(order.responseTypeIds.slice(0, offeredLimit));
  const enabled = await recipients.findMany(recipientIds);
  const ofCity = <Found extends { readonly municipalityId: string }>(found: Found): boolean => found.municipalityId === municipalityId;
  const known = {
    type: type !== undefined && ofCity(type) ? type : undefined,
    responseTypes: chosen.filter(ofCity),
    recipients: enabled.filter(ofCity),
  };
  refuseProblems(orderProblems(order, known));
  if (known.type === undefined) throw new Error('A type that is missing is a problem of the order');

  const documentIds = [order.documentId, ...order.annexDocumentIds];
  const ofDocuments = await notices.withDocuments(recipientIds, documentIds);
  const ofProcess = await notices.inProcess(recipientIds, order.processId);
  const by = (isCounted: (earlier: EarlierNotice) => boolean): InTheWay => ({
    conflicts: documentConflicts(order, ofDocuments.filter(isCounted)),
    changes: accessChanges(order, ofProcess.filter(isCounted)),
  });
  return {
    order,
    municipalityId,
    type: known.type,
    responseTypes: inOrder(known.responseTypes, order.responseTypeIds),
    recipients: inOrder(known.recipients, recipientIds),
    ...by(() => true),
    told: by((earlier) => seesAct(staff, earlier)),
  };
}

function inOrder<Item extends { readonly id: string }>(items: readonly Item[], ids: readonly string[]): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return ids.map((id) => byId.get(id)).filter((item) => item !== undefined);
}
