import { countedConnectionOf } from '@guiche/kit/graphql';
import type { QueryResolvers } from '../../generated/graphql.ts';
import { countOwnTickets, listOwnTickets } from '../../use-cases/list-own-tickets.ts';
import { countQueue, listQueue } from '../../use-cases/list-queue.ts';
import { countServices, listServices } from '../../use-cases/list-services.ts';
import { readServices } from '../../use-cases/read-services.ts';
import { readSettings } from '../../use-cases/read-settings.ts';
import { readTickets } from '../../use-cases/read-tickets.ts';

export const Query: QueryResolvers = {
  services: async (_parent, args, { ask }) => countedConnectionOf(await ask(listServices, args), () => ask(countServices, args)),
  service: (_parent, { id }, { entity }) => entity(readServices, id),
  ticket: (_parent, { id }, { entity }) => entity(readTickets, id),
  myTickets: async (_parent, args, { ask }) => countedConnectionOf(await ask(listOwnTickets, args), () => ask(countOwnTickets, args)),
  ticketQueue: async (_parent, args, { ask }) => countedConnectionOf(await ask(listQueue, args), () => ask(countQueue, args)),
  ticketSettings: (_parent, args, { ask }) => ask(readSettings, args),
};
