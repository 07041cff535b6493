import { withdrawOutage as withdraw } from '../../domain/calendar/register-outage.ts';
import { intimationErrors } from '../../domain/errors.ts';
import { defineUseCase } from '../define.ts';
import { actOn, auditOf, configuredCalendar, keepChange } from './calendar-act.ts';

export interface WithdrawOutage {
  readonly municipalityId: string;
  readonly outageId: string;
  readonly reason: string;
  readonly expectedVersion?: number | null | undefined;
}

/** An administrator takes back an outage that was registered by mistake. */
export const withdrawOutage = defineUseCase({
  name: 'withdrawOutage',
  action: 'calendar:configure',
  load: ({ input }: { input: WithdrawOutage }) => ({ municipalityId: input.municipalityId }),
  async run({ input, actor, now, newId }, ports) {
    const { municipalityId, outageId, reason, expectedVersion } = input;
    const current = await configuredCalendar(municipalityId, ports);
    const outage = await ports.outages.find(municipalityId, outageId);
    if (outage === undefined) throw intimationErrors.OUTAGE_NOT_FOUND();
    const act = { ...(await actOn(municipalityId, { actor, now, newId }, ports)), expectedVersion: expectedVersion ?? undefined };
    const decision = withdraw(current, outage, reason, act);
    await ports.outages.withdraw(outageId, now);
    await keepChange(decision, ports);
    return { result: decision.outage, events: decision.events, audit: [auditOf(municipalityId, outage, decision.outage)] };
  },
});
