import { registerOutage as register } from '../../domain/calendar/register-outage.ts';
import type { OutageOrder } from '../../domain/calendar/register-outage.ts';
import { defineUseCase } from '../define.ts';
import { actOn, auditOf, configuredCalendar, keepChange } from './calendar-act.ts';

export interface RegisterOutage extends OutageOrder {
  readonly municipalityId: string;
  readonly expectedVersion?: number | null | undefined;
}

/** An administrator registers an outage; deadlines to answer that end within it are extended (IN-20). */
export const registerOutage = defineUseCase({
  name: 'registerOutage',
  action: 'calendar:configure',
  load: ({ input }: { input: RegisterOutage }) => ({ municipalityId: input.municipalityId }),
  async run({ input, actor, now, newId }, ports) {
    const { municipalityId, expectedVersion, ...order } = input;
    const current = await configuredCalendar(municipalityId, ports);
    const others = await ports.outages.overlapping(municipalityId, order.startsAt, order.endsAt);
    const act = { ...(await actOn(municipalityId, { actor, now, newId }, ports)), outageId: newId(), expectedVersion: expectedVersion ?? undefined };
    const decision = register(current, order, others, act);
    await ports.outages.insert(decision.outage);
    await keepChange(decision, ports);
    return { result: decision.outage, events: decision.events, audit: [auditOf(municipalityId, null, decision.outage)] };
  },
});
