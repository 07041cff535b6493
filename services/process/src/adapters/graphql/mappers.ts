import type { DocumentMaking } from '../../domain/catalogue/document-type.ts';
import type { AccessLevel } from '../../domain/processes/access-level.ts';
import type { Conference, DocumentOrigin, DocumentState } from '../../domain/documents/document.ts';
import type { DossierState } from '../../domain/accreditation/dossier.ts';
import type { MovementKind } from '../../domain/processes/movement.ts';
import type { Placement } from '../../domain/processes/placement.ts';
import type { Petition, PetitionKind, PetitionRole } from '../../domain/petitions/petition.ts';
import type { ProcessState } from '../../domain/processes/process.ts';
import type { Withheld } from '../../domain/processes/withheld.ts';

/** Another service's entity: its key. */
export function stub(id: string): { id: string } {
  return { id };
}

/** A value with the word people read. */
export function viewOf<Value extends string>(labels: Readonly<Record<Value, string>>, value: Value): { value: Value; label: string } {
  return { value, label: labels[value] };
}

export const processStates: Readonly<Record<ProcessState, string>> = {
  NORMAL: 'Normal',
  SUSPENDED: 'Sobrestado',
  ANNEXED: 'Anexado',
  BLOCKED: 'Bloqueado',
  CANCELLED: 'Cancelado',
};

export const movementKinds: Readonly<Record<MovementKind, string>> = {
  PROCESS_OPENED: 'Autuação',
  PROCESS_RECEIVED: 'Recebimento',
  PROCESS_ASSIGNED: 'Atribuição',
  PROCESS_SENT: 'Remessa',
  PROCESS_CONCLUDED: 'Conclusão',
  PROCESS_REOPENED: 'Reabertura',
  PROCESS_SUSPENDED: 'Sobrestamento',
  PROCESS_RESUMED: 'Fim do sobrestamento',
  PROCESS_BLOCKED: 'Bloqueio',
  PROCESS_ANNEXED: 'Anexação',
  PROCESS_DETACHED: 'Desanexação',
  PROCESS_RELATED: 'Relacionamento',
  PROCESS_UNRELATED: 'Fim do relacionamento',
  PROCESS_UPDATED: 'Alteração de cadastro',
  CREDENTIAL_GRANTED: 'Concessão de credencial',
  CREDENTIAL_REVOKED: 'Cassação de credencial',
  MARKS_CHANGED: 'Marcadores',
  PETITION_FILED: 'Peticionamento',
  DOCUMENT_WRITTEN: 'Elaboração de documento',
  DOCUMENT_FILED: 'Inclusão de documento',
  DOCUMENT_CANCELLED: 'Cancelamento de documento',
  ACCESS_OFFERED: 'Liberação de acesso externo',
  ACCESS_GRANTED: 'Concessão de acesso externo',
  ACCESS_CANCELLED: 'Cancelamento de acesso externo',
  VISTA_REQUESTED: 'Pedido de vista',
  VISTA_ANSWERED: 'Resposta a pedido de vista',
  DOCUMENT_SIGNED: 'Assinatura',
  DOCUMENT_AUTHENTICATED: 'Autenticação de documento',
  SIGNATURES_VOIDED: 'Anulação de assinaturas',
  SIGNATURE_REQUESTED: 'Pedido de assinatura',
  SIGNATURE_REFUSED: 'Recusa de assinatura',
  SIGNATURE_REQUEST_ENDED: 'Fim de pedido de assinatura',
  TASK_ASSIGNED: 'Pendência criada',
  TASK_RESOLVED: 'Pendência respondida',
  TASK_ACCEPTED: 'Pendência aceita',
  TASK_RETURNED: 'Pendência devolvida',
  TASK_CANCELLED: 'Pendência cancelada',
  TASK_EXPIRED: 'Pendência expirada',
  INTIMATION_ISSUED: 'Intimação expedida',
  INTIMATION_WITHDRAWN: 'Intimação sem efeito',
  INTIMATION_FULFILLED: 'Intimação cumprida',
  INTIMATION_DEADLINE_CHANGED: 'Alteração de prazo de intimação',
  INTIMATION_ACCESS_REPLACED: 'Substituição de acesso de intimação',
  PROCESS_WITHDRAWN: 'Cancelamento',
};

export const placementStates: Readonly<Record<Placement['state'], string>> = {
  OPEN: 'Aberto',
  CONCLUDED: 'Concluído',
};

export const accessLevels: Readonly<Record<AccessLevel, string>> = {
  PUBLIC: 'Público',
  RESTRICTED: 'Restrito',
  SECRET: 'Sigiloso',
};

export const documentMakings: Readonly<Record<DocumentMaking, string>> = {
  EDITOR: 'Interno (editor)',
  UPLOAD: 'Externo (arquivo)',
};

export const documentOrigins: Readonly<Record<DocumentOrigin, string>> = {
  BORN_DIGITAL: 'Nato-digital',
  DIGITISED: 'Digitalizado',
};

export const conferences: Readonly<Record<Conference, string>> = {
  ORIGINAL: 'Documento original',
  NOTARISED_COPY: 'Cópia autenticada por cartório',
  ADMINISTRATIVE_COPY: 'Cópia autenticada administrativamente',
  SIMPLE_COPY: 'Cópia simples',
};

export const documentStates: Readonly<Record<DocumentState, string>> = {
  DRAFT: 'Não assinado',
  SIGNED: 'Assinado',
  SUBMITTED: 'Enviado',
  AUTHENTICATED: 'Autenticado',
  LOCKED: 'Bloqueado',
  CANCELLED: 'Cancelado',
};

export const withheldReasons: Readonly<Record<Withheld, string>> = {
  CANCELLED: 'Documento cancelado',
  SEALED: 'Documento de intimação ainda não cumprida',
  NOTICE_NOT_CONFIRMED: 'Intimação a cumprir: abrir o documento a confirma',
};

export const petitionKinds: Readonly<Record<PetitionKind, string>> = {
  NEW_PROCESS: 'Processo Novo',
  INTERCURRENT: 'Intercorrente',
  RESPONSE: 'Resposta a Intimação',
};

export const petitionStates: Readonly<Record<Petition['state'], string>> = {
  DRAFT: 'Rascunho',
  FILED: 'Protocolada',
  DISCARDED: 'Descartada',
};

export const petitionRoles: Readonly<Record<PetitionRole, string>> = {
  PRINCIPAL: 'Documento principal',
  ESSENTIAL: 'Documento essencial',
  COMPLEMENTARY: 'Documento complementar',
};

export const dossierStates: Readonly<Record<DossierState, string>> = {
  GATHERING: 'Aguardando liberação',
  DUE: 'Em processamento',
  OPENED: 'Processo aberto, aguardando liberação do usuário',
  OFFERED: 'Concluído',
  FAILED: 'Não concluído',
  REFUSED: 'Liberação recusada',
  WITHDRAWN: 'Processo cancelado',
};
