import { systemActor } from '@guiche/kit/auth';
import type { JobReaction, ServiceParts } from '@guiche/kit/host';
import type { Pipeline } from '@guiche/kit/use-case';
import { Counter } from 'prom-client';
import type { Resources } from '../../permissions.ts';
import { closeTicket } from '../../use-cases/close-ticket.ts';
import type { CloseTicketInput } from '../../use-cases/close-ticket.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { reportDelay } from '../../use-cases/report-delay.ts';
import type { ReportDelayInput } from '../../use-cases/report-delay.ts';

/** Rows on the schedule, by kind. */
export type TicketJobs = {
  /** The time to object to a solution is over (TK-05). */
  'close-ticket': CloseTicketInput;
  /** An approval should be done by now. */
  'watch-settlement': ReportDelayInput;
};

/** Due job -> the one use case that does it. */
export function jobReactions(
  pipeline: Pipeline<Resources, Ports>,
  { log, metrics }: Pick<ServiceParts<object>, 'log' | 'metrics'>,
): { [Kind in keyof TicketJobs]: JobReaction<Kind, TicketJobs[Kind]> } {
  const stuck = new Counter({
    name: 'guiche_ticketing_settlements_stuck_total',
    help: 'Approvals that were still under way after ten minutes',
    registers: [metrics],
  });
  return {
    'close-ticket': ({ data: { ticketId, solutionId } }, trigger, origin) =>
      pipeline.execute(closeTicket, { input: { ticketId, solutionId }, actor: systemActor('auto-close'), origin, trigger }),
    async 'watch-settlement'({ data: { ticketId, settlementId } }, trigger, origin) {
      const input = { ticketId, settlementId };
      const { result } = await pipeline.execute(reportDelay, { input, actor: systemActor('settlement-watch'), origin, trigger });
      if (result.ticket === null) return;
      stuck.inc();
      log.error({ alarm: true, ticketId, settlementId }, 'approval stuck');
    },
  };
}
