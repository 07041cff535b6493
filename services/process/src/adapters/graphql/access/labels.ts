import type { Grant } from '../../../domain/access/grant.ts';
import type { ReadPart } from '../../../domain/access/read-log.ts';
import type { VistaCapacity, VistaRequest } from '../../../domain/access/vista.ts';

export const accessScopes: Readonly<Record<Grant['scope'], string>> = { INTEGRAL: 'Integral', PARTIAL: 'Parcial' };

export const accessStates: Readonly<Record<Grant['state'], string>> = {
  HIDDEN: 'Aguardando liberação',
  ACTIVE: 'Ativo',
  CANCELLED: 'Cancelado',
  EXPIRED: 'Expirado',
};

export const accessPurposes: Readonly<Record<Grant['purpose'], string>> = {
  SIGNATURE: 'Assinatura externa',
  EXTERNAL_USER: 'Usuário externo',
  PETITION: 'Peticionamento',
  VISTA: 'Vista',
  ISOLATED_RECIPIENT: 'Destinatário isolado',
  INTIMATION: 'Intimação',
};

export const readParts: Readonly<Record<ReadPart, string>> = {
  INTERESTED_PARTIES: 'Interessados',
  BASIC_DATA: 'Dados básicos',
  DOCUMENTS: 'Documentos',
  FILE: 'Arquivo',
  COPY: 'Cópia do processo',
  ACCESSES: 'Acessos externos',
};

export const vistaCapacities: Readonly<Record<VistaCapacity, string>> = {
  INTERESTED_PARTY: 'Interessado',
  LAWYER: 'Advogado',
  ATTORNEY_IN_FACT: 'Procurador',
  SUCCESSOR: 'Herdeiro ou sucessor',
  OTHER: 'Outro',
};

export const vistaStates: Readonly<Record<VistaRequest['state'], string>> = {
  OPEN: 'Em análise',
  GRANTED: 'Deferido',
  DENIED: 'Indeferido',
};
