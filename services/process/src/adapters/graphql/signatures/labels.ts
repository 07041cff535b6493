import type { SignatureAct } from '../../../domain/signatures/level.ts';

export const actLabels: Readonly<Record<SignatureAct, string>> = {
  TERM: 'Termo de Credenciamento',
  PETITION: 'Peticionamento',
  INTERNAL_DOCUMENT: 'Documento interno',
  EXTERNAL_REQUEST: 'Assinatura solicitada a usuário externo',
  ACCESS_GRANT: 'Disponibilização de acesso externo',
};
