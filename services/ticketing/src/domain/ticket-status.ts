/** The six statuses of TK-01 and Cancelado, in their usual order. */
export const ticketStatuses = ['NEW', 'ASSIGNED', 'PLANNED', 'PENDING', 'SOLVED', 'CLOSED', 'CANCELLED'] as const;

export type TicketStatus = (typeof ticketStatuses)[number];

/** Those in which the staff has something to do, or waits for the requester. */
export const openStatuses: readonly TicketStatus[] = ['NEW', 'ASSIGNED', 'PLANNED', 'PENDING'];

const labels: Readonly<Record<TicketStatus, string>> = {
  NEW: 'Novo',
  ASSIGNED: 'Em atendimento (atribuído)',
  PLANNED: 'Em atendimento (planejado)',
  PENDING: 'Pendente',
  SOLVED: 'Solucionado',
  CLOSED: 'Fechado',
  CANCELLED: 'Cancelado',
};

/** What people read. */
export function statusLabel(status: TicketStatus): string {
  return labels[status];
}
