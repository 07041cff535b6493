/** Where the intimation of one recipient stands (IN-22). */
export type NoticeStatus = 'PENDING' | 'FULFILLED_TACITLY' | 'FULFILLED_BY_CONSULTATION' | 'RESPONDED' | 'OVERDUE';

/** Exactly these words (IN-22). */
export const noticeStatusLabels: Readonly<Record<NoticeStatus, string>> = {
  PENDING: 'Pendente',
  FULFILLED_TACITLY: 'Cumprida por Decurso do Prazo Tácito',
  FULFILLED_BY_CONSULTATION: 'Cumprida por Consulta Direta',
  RESPONDED: 'Respondida',
  OVERDUE: 'Pendente de Resposta com Prazo Externo Vencido',
};

/** All statuses, in the order of IN-22. */
export const noticeStatuses = Object.keys(noticeStatusLabels) as readonly NoticeStatus[];

/** The label of a status as it is stored, and the fallback for one that this version does not know (IN-22). */
export function noticeStatusLabel(status: string): string {
  return Object.hasOwn(noticeStatusLabels, status) ? noticeStatusLabels[status as NoticeStatus] : 'Situação não cadastrada';
}
