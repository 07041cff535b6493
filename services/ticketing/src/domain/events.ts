interface Of<Type extends string, Data extends object> {
  type: Type;
  aggregate: { type: 'ticket'; id: string };
  tenantId: string;
  data: Data;
}

/** A file as other services learn of it: the content is fetched from `url` and checked against the hash. */
export interface ApprovedFile {
  fileId: string;
  name: string;
  label: string;
  mediaType: string;
  size: number;
  sha256: string;
  /** Path signed for the process service. */
  url: string;
}

/** Facts about tickets. The ticket's id stands in `aggregate`. */
export type TicketEvent =
  | Of<'TicketOpened', { municipalityId: string; requesterId: string; serviceKey: string; unitId: string }>
  | Of<'TicketAssigned', { assigneeId: string }>
  | Of<'TicketPending', { requesterId: string; reason: string }>
  | Of<'TicketReplied', { requesterId: string }>
  | Of<
      'AccreditationApproved',
      {
        municipalityId: string;
        personId: string;
        unitId: string;
        approvedBy: string;
        approvedAt: Date;
        files: ApprovedFile[];
      }
    >
  | Of<
      'TicketSolved',
      {
        municipalityId: string;
        requesterId: string;
        number: string;
        solution: string;
        solutionNumber: number;
        processId?: string;
        processNumber?: string;
        processOpenedAt?: Date;
        processLink?: string;
      }
    >
  | Of<'TicketRefused', { municipalityId: string; requesterId: string; reason: string }>
  | Of<'TicketCancelled', { municipalityId: string; requesterId: string }>
  | Of<'TicketFollowUpAdded', { followUpId: string; authorId: string; private: boolean }>;

/** The event of that type about this ticket. */
export function ticketEvent<Type extends TicketEvent['type']>(
  type: Type,
  ticket: { id: string; municipalityId: string },
  data: Extract<TicketEvent, { type: Type }>['data'],
): Extract<TicketEvent, { type: Type }> {
  const event = { type, aggregate: { type: 'ticket' as const, id: ticket.id }, tenantId: ticket.municipalityId, data };
  return event as unknown as Extract<TicketEvent, { type: Type }>;
}
