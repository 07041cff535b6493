import { localDate } from '@guiche/kit/calendar';
import type { LocalDate } from '@guiche/kit/calendar';
import { noticeStatusLabel } from '../issuing/notice-status.ts';

/** What a report knows of one notice. */
export interface ReportRow {
  readonly number: string;
  readonly processNumber: string | null;
  readonly recipientName: string | null;
  readonly typeName: string;
  readonly unitId: string;
  readonly issuedAt: Date;
  /** As it is stored: maybe one that this version does not know. */
  readonly status: string;
  /** Last day: the tacit date while pending, then the last one to answer; null when nothing runs. */
  readonly dueOn: LocalDate | null;
  readonly fulfilledOn: LocalDate | null;
  readonly certificateNumber: string | null;
}

/** What the cells of a row are made from besides it. */
export interface ReportPlace {
  readonly timeZone: string;
  unitName(unitId: string): string;
}

/** A column as people read it: text, or a day, which programs for tables can sort and count with. */
export interface ReportColumn {
  readonly header: string;
  readonly kind: 'TEXT' | 'DATE';
  /** In characters. */
  readonly width: number;
  cellOf(row: ReportRow, place: ReportPlace): string | null;
}

/** IN-23, in its order, and what tells two rows apart. Days are local dates. */
export const reportColumns: readonly ReportColumn[] = [
  { header: 'Destinatário', kind: 'TEXT', width: 40, cellOf: ({ recipientName }) => recipientName },
  { header: 'Tipo de Intimação', kind: 'TEXT', width: 30, cellOf: ({ typeName }) => typeName },
  { header: 'Unidade Geradora', kind: 'TEXT', width: 30, cellOf: ({ unitId }, place) => place.unitName(unitId) },
  { header: 'Data da Geração', kind: 'DATE', width: 16, cellOf: ({ issuedAt }, { timeZone }) => localDate(issuedAt, timeZone) },
  { header: 'Situação da Intimação', kind: 'TEXT', width: 48, cellOf: ({ status }) => noticeStatusLabel(status) },
  { header: 'Número da Certidão de Cumprimento', kind: 'TEXT', width: 34, cellOf: ({ certificateNumber }) => certificateNumber },
  { header: 'Data de Cumprimento', kind: 'DATE', width: 20, cellOf: ({ fulfilledOn }) => fulfilledOn },
  { header: 'Fim do Prazo', kind: 'DATE', width: 16, cellOf: ({ dueOn }) => dueOn },
  { header: 'Número do Processo', kind: 'TEXT', width: 26, cellOf: ({ processNumber }) => processNumber },
  { header: 'Número da Intimação', kind: 'TEXT', width: 20, cellOf: ({ number }) => number },
];
