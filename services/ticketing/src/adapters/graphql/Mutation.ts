import type { Executed } from '@guiche/kit/use-case';
import type { MutationResolvers } from '../../generated/graphql.ts';
import { addFollowUp } from '../../use-cases/add-follow-up.ts';
import { approveAccreditation } from '../../use-cases/approve-accreditation.ts';
import { approveSolution } from '../../use-cases/approve-solution.ts';
import { assignTicket } from '../../use-cases/assign-ticket.ts';
import { cancelTicket } from '../../use-cases/cancel-ticket.ts';
import { configureService } from '../../use-cases/configure-service.ts';
import { configureTickets } from '../../use-cases/configure-tickets.ts';
import { createUpload } from '../../use-cases/create-upload.ts';
import { openTicket } from '../../use-cases/open-ticket.ts';
import { planTicket } from '../../use-cases/plan-ticket.ts';
import { refuseSolution } from '../../use-cases/refuse-solution.ts';
import { refuseTicket } from '../../use-cases/refuse-ticket.ts';
import { replyToTicket } from '../../use-cases/reply-to-ticket.ts';
import { requestInformation } from '../../use-cases/request-information.ts';
import { solveTicket } from '../../use-cases/solve-ticket.ts';
import { takeTicket } from '../../use-cases/take-ticket.ts';

export const Mutation: MutationResolvers = {
  configureService: async (_parent, { input }, { execute }) => payload(await execute(configureService, input)),
  configureTickets: async (_parent, { input }, { execute }) => payload(await execute(configureTickets, input)),
  createUpload: async (_parent, { input }, { execute }) => payload(await execute(createUpload, input)),
  openTicket: async (_parent, { input }, { execute }) => payload(await execute(openTicket, input)),
  replyToTicket: async (_parent, { input }, { execute }) => payload(await execute(replyToTicket, input)),
  addFollowUp: async (_parent, { input }, { execute }) => payload(await execute(addFollowUp, input)),
  cancelTicket: async (_parent, { input }, { execute }) => payload(await execute(cancelTicket, input)),
  approveSolution: async (_parent, { input }, { execute }) => payload(await execute(approveSolution, input)),
  refuseSolution: async (_parent, { input }, { execute }) => payload(await execute(refuseSolution, input)),
  takeTicket: async (_parent, { input }, { execute }) => payload(await execute(takeTicket, input)),
  assignTicket: async (_parent, { input }, { execute }) => payload(await execute(assignTicket, input)),
  planTicket: async (_parent, { input }, { execute }) => payload(await execute(planTicket, input)),
  requestInformation: async (_parent, { input }, { execute }) => payload(await execute(requestInformation, input)),
  approveAccreditation: async (_parent, { input }, { execute }) => payload(await execute(approveAccreditation, input)),
  solveTicket: async (_parent, { input }, { execute }) => payload(await execute(solveTicket, input)),
  refuseTicket: async (_parent, { input }, { execute }) => payload(await execute(refuseTicket, input)),
};

function payload<Result extends object>({ result, replayed }: Executed<Result>): Result & { replayed: boolean } {
  return { ...result, replayed };
}
