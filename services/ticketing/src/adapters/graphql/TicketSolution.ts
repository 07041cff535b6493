import type { TicketSettlementResolvers, TicketSolutionResolvers } from '../../generated/graphql.ts';
import { failureFor, settlementLabel } from './mappers.ts';

export const TicketSolution: TicketSolutionResolvers = {
  solvedBy: ({ solvedBy }) => ({ id: solvedBy }),
};

export const TicketSettlement: TicketSettlementResolvers = {
  label: ({ state }) => settlementLabel(state),
  failure: ({ failure }, _args, { actor }) => failureFor(actor, failure),
};
