import type { ExportFormat, ExportObstacle, ExportState } from '../../../domain/exports/requested-export.ts';

export const exportFormats: Readonly<Record<ExportFormat, string>> = { PDF: 'PDF único', ZIP: 'Arquivos originais (ZIP)' };

export const exportStates: Readonly<Record<ExportState, string>> = {
  WAITING: 'Na fila',
  RUNNING: 'Em preparação',
  DONE: 'Pronta',
  FAILED: 'Não concluída',
};

export const exportObstacles: Readonly<Record<ExportObstacle, string>> = {
  EXPIRED: 'O prazo de 7 dias terminou',
  ACCESS_CHANGED: 'O que você pode ler do processo mudou; peça outra cópia',
};
