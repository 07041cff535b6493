/** What a line of a ticket's history tells. */
export type EntryKind =
  | 'OPENED'
  | 'ASSIGNED'
  | 'PLANNED'
  | 'INFORMATION_REQUESTED'
  | 'REPLIED'
  | 'FOLLOW_UP'
  | 'APPROVED'
  | 'APPROVAL_FAILED'
  | 'APPROVAL_DELAYED'
  | 'SOLVED'
  | 'REFUSED'
  | 'SOLUTION_APPROVED'
  | 'SOLUTION_REFUSED'
  | 'CLOSED'
  | 'CANCELLED';

/** Who wrote it. */
export type TicketAuthor =
  | { role: 'REQUESTER'; id: string }
  | { role: 'STAFF'; id: string }
  | { role: 'SYSTEM'; id: string };

/** One line of a ticket's history; written once, never changed (TK-06). */
export interface TicketEntry {
  id: string;
  ticketId: string;
  municipalityId: string;
  /** Its place in the history: the ticket's version that it made. */
  position: number;
  kind: EntryKind;
  /** Exactly what was written; empty when nothing was. */
  text: string;
  at: Date;
  author: TicketAuthor;
  /** Only the staff may read it (TK-07). */
  private: boolean;
  fileNames: string[];
}

const labels: Readonly<Record<EntryKind, string>> = {
  OPENED: 'Chamado aberto',
  ASSIGNED: 'Chamado atribuído a um atendente',
  PLANNED: 'Atendimento planejado',
  INFORMATION_REQUESTED: 'Informação solicitada ao requerente',
  REPLIED: 'Resposta do requerente',
  FOLLOW_UP: 'Acompanhamento',
  APPROVED: 'Solicitação aprovada, em processamento',
  APPROVAL_FAILED: 'A aprovação não pôde ser concluída',
  APPROVAL_DELAYED: 'A aprovação está demorando mais que o normal',
  SOLVED: 'Chamado solucionado',
  REFUSED: 'Solicitação recusada',
  SOLUTION_APPROVED: 'Solução aceita pelo requerente',
  SOLUTION_REFUSED: 'Solução recusada pelo requerente',
  CLOSED: 'Chamado fechado: prazo para contestar a solução encerrado',
  CANCELLED: 'Chamado cancelado pelo requerente',
};

/** What people read. */
export function entryLabel(kind: EntryKind): string {
  return labels[kind];
}
