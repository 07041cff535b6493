import type { ReportExportState, ReportFormat } from '../../../domain/reports/report-export.ts';

export const exportFormatLabels: Readonly<Record<ReportFormat, string>> = { XLSX: 'Planilha (Excel)', CSV: 'Texto separado por ponto e vírgula (CSV)' };

export const exportStateLabels: Readonly<Record<ReportExportState, string>> = {
  WAITING: 'Na fila',
  RUNNING: 'Em preparação',
  DONE: 'Pronta',
  FAILED: 'Não concluída',
};
