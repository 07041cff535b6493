import type { Accreditation, AccreditationState } from './accreditation.ts';

/** The states people see; RELEASING is the saga's own business. */
export type VisibleState = Exclude<AccreditationState, 'RELEASING'>;

export type Step = 'SEND_DOCUMENTS' | 'AWAIT_ANALYSIS' | 'SIGN_TERM' | 'CONTACT_MUNICIPALITY';

export function visibleStateOf({ state }: Accreditation): VisibleState {
  return state === 'RELEASING' ? 'UNDER_ANALYSIS' : state;
}

/** The state in words for people. */
export function labelOf(accreditation: Accreditation): string {
  if (accreditation.state === 'BLOCKED' && accreditation.blockReason === 'TERM') return 'Bloqueado: Termo não assinado no prazo';
  return labels[visibleStateOf(accreditation)];
}

/** What is still missing to be fully released, in order. */
export function missingSteps(accreditation: Accreditation): readonly { code: Step; label: string }[] {
  const asked = accreditation.ticketId !== null;
  return codesOf(accreditation).map((code) => ({ code, label: asked && code === 'SEND_DOCUMENTS' ? answerTicket : stepLabels[code] }));
}

function codesOf(accreditation: Accreditation): readonly Step[] {
  switch (visibleStateOf(accreditation)) {
    case 'PENDING_DOCUMENTS':
      return ['SEND_DOCUMENTS', 'AWAIT_ANALYSIS', 'SIGN_TERM'];
    case 'UNDER_ANALYSIS':
      return ['AWAIT_ANALYSIS', 'SIGN_TERM'];
    case 'RELEASED_TERM_PENDING':
      return ['SIGN_TERM'];
    case 'BLOCKED':
      return [accreditation.blockReason === 'TERM' ? 'SIGN_TERM' : 'CONTACT_MUNICIPALITY'];
    case 'REFUSED':
    case 'DEACTIVATED':
      return ['CONTACT_MUNICIPALITY'];
    case 'RELEASED':
      return [];
  }
}

const labels: Record<VisibleState, string> = {
  PENDING_DOCUMENTS: 'Pendente de documentos',
  UNDER_ANALYSIS: 'Em análise',
  RELEASED_TERM_PENDING: 'Liberado, Termo de Credenciamento a assinar',
  RELEASED: 'Liberado',
  REFUSED: 'Recusado',
  BLOCKED: 'Bloqueado',
  DEACTIVATED: 'Desativado',
};

const stepLabels: Record<Step, string> = {
  SEND_DOCUMENTS: 'Envie seus documentos pelo chamado de credenciamento',
  AWAIT_ANALYSIS: 'Aguarde a conferência dos documentos pela prefeitura',
  SIGN_TERM: 'Assine o Termo de Credenciamento',
  CONTACT_MUNICIPALITY: 'Procure a prefeitura',
};

const answerTicket = 'Responda ao que a prefeitura pediu no chamado de credenciamento';
