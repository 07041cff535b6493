import { localDate } from '@guiche/kit/calendar';
import { refuseConflicts } from '../../domain/issuing/conflicts.ts';
import { stuckAfterMs } from '../../domain/issuing/intimation.ts';
import type { IntimationOrder } from '../../domain/issuing/intimation-order.ts';
import { requestIntimation } from '../../domain/issuing/request-intimation.ts';
import { staffOf } from '../staff-of.ts';
import { defineUseCase } from '../define.ts';
import { examineOrder } from './examine-order.ts';
import { loadUnit } from './load-unit.ts';
import { tacitTerms } from './tacit-terms.ts';

export interface IssueIntimation extends IntimationOrder {
  /** That a partial access by an earlier intimation may be replaced by an integral one (IN-05). */
  readonly confirmReplacement: boolean;
}

/**
 * A unit intimates 1 to 300 recipients of a document (IN-01): all of them or nobody. It is in the making until process
 * has bound documents and accesses; a collision with earlier intimations is refused here (IN-04, IN-05).
 */
export const issueIntimation = defineUseCase({
  name: 'issueIntimation',
  action: 'intimation:issue',
  load: ({ input }: { input: IssueIntimation }, ports) => loadUnit(input.unitId, ports),

  async prepare({ input, resource: unit, actor, now }, ports) {
    const { municipalityId, body } = unit;
    const examined = await examineOrder(input, { municipalityId, staff: staffOf(actor) }, ports);
    refuseConflicts(examined, examined.told, input.confirmReplacement);
    const { calendar } = await tacitTerms({ municipalityId, processTypeKey: null, body }, ports);
    const year = localDate(now, calendar.timeZone).slice(0, 4);
    return { number: `INT ${year}/${String(await ports.nextIntimationNumber(municipalityId, year))}` };
  },

  async run({ input, resource: unit, prepared: { number }, actor, now, newId }, ports) {
    const { intimations, notices, intimationTypes, responseTypes, schedule } = ports;
    const { confirmReplacement, ...order } = input;
    const { municipalityId } = unit;
    const staff = staffOf(actor);
    const examined = await examineOrder(order, { municipalityId, staff }, ports);
    refuseConflicts(examined, examined.told, confirmReplacement);
    const { staffId } = staff;
    const requested = requestIntimation(examined, { id: newId(), number, staffId, at: now, newId });
    const { intimation } = requested;
    await intimations.insert(intimation);
    await notices.insertAll(requested.notices);
    await intimationTypes.markUsed([order.typeId]);
    await responseTypes.markUsed(order.responseTypeIds);
    await schedule.watchIntimation({ intimationId: intimation.id, dueAt: new Date(now.getTime() + stuckAfterMs) });
    return {
      result: { intimationId: intimation.id },
      events: [requested.event],
      audit: [{ entity: { type: 'intimation', id: intimation.id }, municipalityId, before: null, after: intimation.state }],
    };
  },
});
