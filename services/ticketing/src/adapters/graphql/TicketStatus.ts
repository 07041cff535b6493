import type { TicketSettingsResolvers, TicketStatusResolvers } from '../../generated/graphql.ts';
import { statusLabel } from '../../domain/ticket-status.ts';

export const TicketStatus: TicketStatusResolvers = {
  code: (status) => status,
  label: (status) => statusLabel(status),
};

export const TicketSettings: TicketSettingsResolvers = {
  municipality: ({ municipalityId }) => ({ id: municipalityId }),
};
