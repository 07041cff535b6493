import type { Principal } from '@guiche/kit/auth';
import { localDate } from '@guiche/kit/calendar';
import { tacitDeadline } from '../../domain/deadlines/tacit-deadline.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import type { AccessChange, DocumentConflict } from '../../domain/issuing/conflicts.ts';
import type { AccessScope } from '../../domain/issuing/intimation.ts';
import type { IntimationOrder } from '../../domain/issuing/intimation-order.ts';
import type { Unit } from '../../domain/issuing/unit.ts';
import type { Recipient } from '../../domain/recipients/recipient.ts';
import { defineQuery } from '../define.ts';
import { staffOf } from '../staff-of.ts';
import { examineOrder } from './examine-order.ts';
import { loadUnit } from './load-unit.ts';
import { tacitTerms } from './tacit-terms.ts';

export interface PreviewIntimation extends IntimationOrder {
  /** Key of the process's type, by which a city may set another tacit deadline (IN-10). */
  readonly processTypeKey: string | null;
}

/** What an order would mean for one recipient. */
export interface RecipientPreview {
  readonly recipient: Recipient;
  readonly accessScope: AccessScope;
  readonly accessChange: AccessChange;
  /** The same for all of them, and stated for each. */
  readonly tacit: Deadline;
  readonly conflicts: readonly DocumentConflict[];
}

/** What an order would mean if it were issued now. */
export interface IntimationPreview {
  readonly recipients: readonly RecipientPreview[];
  readonly tacitDays: number;
}

/**
 * Examines an order like `issueIntimation` would, and changes nothing; what stands in its way is listed by recipient, as far
 * as it is by acts that the caller sees.
 */
export const previewIntimation = defineQuery({
  action: 'intimation:issue',
  load: ({ input }: { input: PreviewIntimation }, ports) => loadUnit(input.unitId, ports),

  async run({ input, resource: unit, actor, now }: { input: PreviewIntimation; resource: Unit; actor: Principal; now: Date }, ports): Promise<IntimationPreview> {
    const { municipalityId, body } = unit;
    const { recipients, told } = await examineOrder(input, { municipalityId, staff: staffOf(actor) }, ports);
    const { tacitDays, calendar } = await tacitTerms({ municipalityId, processTypeKey: input.processTypeKey, body }, ports);
    const tacit = tacitDeadline(localDate(now, calendar.timeZone), tacitDays, calendar);
    return {
      recipients: recipients.map((recipient) => ({
        recipient,
        accessScope: input.accessScope,
        accessChange: told.changes.get(recipient.id) ?? 'NEW',
        tacit,
        conflicts: told.conflicts.filter(({ recipientId }) => recipientId === recipient.id),
      })),
      tacitDays,
    };
  },
});
