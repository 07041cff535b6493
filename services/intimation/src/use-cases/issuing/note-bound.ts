import { tacitGraceMs } from '../../domain/fulfilment/notice-instants.ts';
import type { Binding, Intimation } from '../../domain/issuing/intimation.ts';
import { issueIntimation, withdrawIntimation } from '../../domain/issuing/settle-intimation.ts';
import { defineUseCase } from '../define.ts';
import { loadAct } from './load-act.ts';
import { tacitTerms } from './tacit-terms.ts';

export interface NoteBound extends Binding {
  readonly intimationId: string;
}

/**
 * Process bound an act: it is issued, for everybody or for nobody (IN-06). When by now one of its recipients can no
 * longer be intimated, it is withdrawn, and process undoes what it did.
 */
export const noteBound = defineUseCase({
  name: 'noteBound',
  action: 'intimation:settle',
  load: ({ input }: { input: NoteBound }, ports) => loadAct(input.intimationId, ports),

  async run({ input: { intimationId: _id, ...binding }, resource: current, now }, ports) {
    if (current.state !== 'REQUESTED') return { result: { intimationId: current.id } };
    const { intimations, notices, recipients, schedule } = ports;
    const mine = await notices.ofIntimation(current.id);
    const enabled = await recipients.findMany(mine.map(({ recipient }) => recipient.recipientId));
    if (enabled.length < mine.length) {
      const failure = { code: 'RECIPIENT_NOT_ENABLED', message: notEnabled, at: now };
      const { intimation, event } = withdrawIntimation(current, { binding, ...failure });
      await intimations.update(intimation);
      await notices.endAll(current.id, 'WITHDRAWN');
      return { result: { intimationId: current.id }, events: [event], audit: [settled(current, intimation)] };
    }

    const terms = await tacitTerms({ municipalityId: current.municipalityId, ...binding }, ports);
    const issued = issueIntimation(current, mine, { binding, ...terms });
    await intimations.update(issued.intimation);
    await notices.updateAll(issued.notices);
    const dueAt = new Date(issued.tacit.endsAt.getTime() + tacitGraceMs);
    await schedule.fulfilTacitly(issued.notices.map(({ id }) => ({ noticeId: id, dueAt })));
    return { result: { intimationId: current.id }, events: issued.events, audit: [settled(current, issued.intimation)] };
  },
});

const notEnabled = 'Um dos destinatários deixou de poder ser intimado antes de a intimação ser expedida. Ninguém foi intimado.';

function settled(before: Intimation, after: Intimation) {
  return { entity: { type: 'intimation', id: before.id }, municipalityId: before.municipalityId, before: before.state, after: after.state };
}
