import type { AccessChange } from '../../../domain/issuing/conflicts.ts';
import type { AccessScope } from '../../../domain/issuing/intimation.ts';
import type { Fulfilment, NoticeRecipient } from '../../../domain/issuing/notice.ts';

export const accessScopeLabels: Readonly<Record<AccessScope, string>> = { INTEGRAL: 'Integral', PARTIAL: 'Parcial' };

export const recipientKindLabels: Readonly<Record<NoticeRecipient['kind'], string>> = { PERSON: 'Pessoa Física' };

export const fulfilmentKindLabels: Readonly<Record<Fulfilment['kind'], string>> = {
  CONSULTATION: 'Consulta Direta',
  TACIT: 'Por Decurso do Prazo Tácito',
};

export const accessChangeLabels: Readonly<Record<AccessChange, string>> = {
  NEW: 'Novo acesso',
  ADDED: 'Mantém o acesso que já tem',
  REPLACES_PARTIAL: 'O acesso parcial será substituído pelo integral',
  REFUSED: 'Recusado: já tem acesso integral',
};
